"""`make bench`: measure every scenario at every size, and leave a JSON and a page."""

import argparse
import json
import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import page, servers
from bench.measuring import SCENARIOS, measured
from bench.stages import stages


def main() -> int:
    """Đo."""
    asked = _asked()
    folder = Path(asked.data or tempfile.mkdtemp(prefix="congvu-do-"))
    folder.chmod(0o711)
    try:
        found = _found(asked, folder)
    finally:
        if not asked.data:
            shutil.rmtree(folder, ignore_errors=True)
    _leave(found, asked.output)
    return 0


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="bench", description="Đo tốc độ bên cạnh giới hạn trần của máy.")
    words.add_argument("--sizes", default=os.environ.get("SIZES") or "1000,50000", help="số người, cách nhau dấu phẩy")
    words.add_argument(
        "--scenario", action="append", choices=[each.name for each in SCENARIOS], help="chỉ kịch bản này"
    )
    words.add_argument("--repeats", type=int, help="số lần đo mỗi kịch bản")
    words.add_argument("--data", help="thư mục giữ cơ sở dữ liệu cho lần sau (mặc định: thư mục tạm, xóa khi xong)")
    words.add_argument("--output", type=Path, default=servers.ROOT / "build" / "bench", help="nơi ghi kết quả")
    return words.parse_args()


def _found(asked: argparse.Namespace, folder: Path) -> dict[str, Any]:
    sizes = sorted(int(size) for size in asked.sizes.split(","))
    now = datetime.now(UTC)  # noqa: TID251 — the run is dated by the machine
    chosen = [each for each in SCENARIOS if not asked.scenario or each.name in asked.scenario]
    with stages(sizes, folder=folder, day=now.date()) as built:
        results = [_said(measured(each, built, repeats=asked.repeats)) for each in chosen]
    return {"measured_at": now.isoformat(timespec="seconds"), "sizes": sizes, "scenarios": results}


def _said(result: dict[str, Any]) -> dict[str, Any]:
    at = "; ".join(
        f"{each['people']}: {each['ours']['p50']:.1f} ms ({', '.join(f'{r} × {n}' for n, r in each['ratios'].items())})"
        for each in result["sizes"]
    )
    sys.stdout.write(f"{result['name']:<16} {at}; tăng {result['growth']} lần\n")
    sys.stdout.flush()
    return result


def _leave(found: dict[str, Any], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.json").write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    (folder / "bench.html").write_text(page.drawn(found))
    sys.stdout.write(f"{folder / 'bench.html'}\n")


if __name__ == "__main__":
    raise SystemExit(main())
