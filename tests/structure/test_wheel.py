"""The package as pip installs it: whole, and working where there is no checkout."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from explainer.publish.provenance import PROJECT
from tests.served import serving
from tests.sites import Ran, run_program

NOT_SHIPPED = ("__pycache__",)


def pip(*arguments: str | Path, cwd: Path) -> None:
    """Run pip without asking any other machine."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run(
        [*command, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """Return the wheel of this project."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-deps", "--no-build-isolation", "--no-index")
    pip("wheel", *offline, "--wheel-dir", folder, ".", cwd=repository)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the package alone; what it needs is that of this Python."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
    return folder


def in_repository(folder: Path) -> set[str]:
    """List the files below a folder of the repository, from its top."""
    files = (path for path in folder.rglob("*") if path.is_file())
    kept = (path for path in files if not set(path.parts).intersection(NOT_SHIPPED))
    return {path.relative_to(folder.parent).as_posix() for path in kept}


def test_the_wheel_has_all_that_the_program_needs(wheel: Path, repository: Path) -> None:
    """Code, templates, theme, base map, fonts and starter; nothing of the first site or tests."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = {name for name in names if ".dist-info/" not in name}
    templates = {f"explainer/{path}" for path in in_repository(repository / "templates")}
    assert shipped == in_repository(repository / "explainer") | templates
    kinds = {Path(name).suffix for name in shipped}
    assert {".py", ".html", ".css", ".js", ".md", ".yml", ".ttf", ".gz"} <= kinds
    assert "explainer/publish/starter/dot_github/workflows/check.yml" in shipped


def test_the_project_is_called_what_requirements_say(repository: Path) -> None:
    settings = tomllib.loads((repository / "pyproject.toml").read_text())
    assert settings["project"]["name"] == PROJECT


def test_a_site_from_nothing_with_the_package_alone(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`explainer init`, `build --strict` and `serve` work in any folder."""
    monkeypatch.setenv("PYTHONPATH", str(installed))

    def explainer(*arguments: str, cwd: Path) -> Ran:
        done = run_program(installed / "bin/explainer", *arguments, cwd=cwd)
        assert done.status == 0, done.out + done.err
        return done

    asked = "import explainer; print(explainer.__file__)"
    found = run_program(sys.executable, "-c", asked, cwd=tmp_path).out
    assert Path(found.strip()).is_relative_to(installed)
    told = explainer("init", "site", cwd=tmp_path).out
    assert "See it:  explainer serve --open -f site/mkdocs.yml\n" in told
    site = tmp_path / "site"
    assert "no problems" in explainer("build", "--strict", cwd=site).err
    assert (site / "site/assets/stylesheets/explainer.css").is_file()
    with serving(site, installed / "bin/explainer", "serve", fresh=True) as served:
        served.shows("Nell Hartwick", "people/nell-hartwick/")
