"""The verb `docs`: the generated documentation, made anew from what is published."""

from __future__ import annotations

from pathlib import Path

from etl.cli.app import app
from etl.cli.output import AsJson, DryRun, emit
from etl.settings import Settings

ANSWERED = ("accuracy.md", "contradictions.md", "cookbook.md")
"""Pages of `docs/` that hold questions whose answers are made from the data."""


@app.command()
def docs(*, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Make the data dictionary and the answers in README and cookbook anew.

    Needs a published warehouse of what ships with the project: `dcw run` on a fresh data
    folder.
    """
    from etl.site.dictionary import markdown, read_manifest
    from etl.warehouse.cookbook import answered

    settings = Settings.from_environment()
    folder, published = settings.root / "docs", settings.published_path
    manifest = read_manifest(settings.data / "build" / "dbt" / "manifest.json")
    made: dict[Path, str] = {folder / "data-dictionary.md": markdown(manifest)}
    for page in (settings.root / "README.md", *(folder / name for name in ANSWERED)):
        made[page] = answered(page.read_text(encoding="utf-8"), published)
    changed = [path for path, body in made.items() if _read(path) != body]
    for path in changed if not dry_run else []:
        path.write_text(made[path], encoding="utf-8")
    names = [str(path.relative_to(settings.root)) for path in changed]
    verb = "would change" if dry_run else "changed"
    emit({"changed": names}, f"{verb}: {', '.join(names) or 'nothing'}", as_json=as_json)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
