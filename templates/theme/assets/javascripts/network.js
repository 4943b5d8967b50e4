// Bring out what is linked with the entry under the pointer or the keyboard; nothing needs it.
for (const graph of document.querySelectorAll(".x-pane .x-graph")) {
  const nodes = [...graph.querySelectorAll(".x-node")]
  const lines = [...graph.querySelectorAll("line")].map((line) => [line, line.dataset.ends.split(" ")])

  const choose = (chosen) => {
    const number = String(nodes.indexOf(chosen))
    const linked = chosen ? chosen.dataset.linked.split(" ") : []
    graph.classList.toggle("x-chosen", Boolean(chosen))
    nodes.forEach((node, place) =>
      node.classList.toggle("x-near", node === chosen || linked.includes(String(place)))
    )
    for (const [line, ends] of lines) line.classList.toggle("x-near", ends.includes(number))
  }

  // On the pane: a browser takes a drawing that listens to the focus for a stop of its own.
  const pane = graph.closest(".x-pane")
  const under = (event) => event.target.closest(".x-node")
  pane.addEventListener("pointerover", (event) => choose(under(event)))
  pane.addEventListener("pointerleave", () => choose(graph.querySelector(".x-node:focus")))
  pane.addEventListener("focusin", (event) => choose(under(event)))
  pane.addEventListener("focusout", () => choose(null))
}
