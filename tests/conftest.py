"""What every test may ask for: articles of our own making, and nothing of the machine's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

OWN = {
    "hoi-nghi.txt": """Hội nghị giao ban công tác đối ngoại nhân dân quý II năm 2021
Ngày 14/7/2021, tại Đà Nẵng, Liên hiệp các tổ chức hữu nghị Việt Nam tổ chức Hội nghị giao ban công tác đối ngoại \
nhân dân quý II năm 2021. Bà Nguyễn Phương Nga, Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam, chủ trì hội nghị.
Hội nghị đánh giá việc thực hiện Chỉ thị số 38-CT/TW của Ban Bí thư. Trong quý, các hội thành viên đã \
đón 15 đoàn vào và tổ chức hơn 40 hoạt động.
""",
    "tiep-doan.txt": """Chủ tịch Liên hiệp tiếp Đại sứ Na Uy
Sáng 20/8/2021, tại Hà Nội, bà Nguyễn Phương Nga, Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam, đã tiếp bà \
Grete Lochen, Đại sứ Na Uy tại Việt Nam.
""",
    "ky-niem.txt": """Kỷ niệm 50 năm quan hệ ngoại giao
Chiều 25/11/2021, tại Thành phố Hồ Chí Minh, Hội Hữu nghị Việt Nam - Na Uy tổ chức lễ kỷ niệm 50 năm quan hệ ngoại \
giao Việt Nam - Na Uy. Ông Trần Văn Bình, Chủ tịch Hội Hữu nghị Việt Nam - Na Uy, phát biểu tại buổi lễ.
""",
}
"""File -> an article made up for the tests."""


def seed_articles() -> Path:
    """The folder of the seed articles; skips where these third-party texts were taken out of a copy (LICENSES)."""
    folder = Path(__file__).parents[1] / "seeds" / "articles"
    if not any(folder.glob("*.txt")):
        pytest.skip("the third-party articles were taken out of seeds/")
    return folder


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes into the Dagster instance of whoever runs it."""
    for name in ("INPUT", "OUTPUT", "REGISTERS", "RELEASE_DATE", "ENGINE", "WORKERS", "SENSOR_SECONDS"):
        monkeypatch.delenv(f"HUUNGHI_{name}", raising=False)
    monkeypatch.delenv("DAGSTER_HOME", raising=False)


def write_own(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in OWN.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def own_articles(tmp_path: Path) -> Path:
    """A folder of articles made up for the tests."""
    return write_own(tmp_path / "articles")


@pytest.fixture(scope="session")
def shared_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, one folder for a whole session: not to be changed."""
    return write_own(tmp_path_factory.mktemp("own") / "articles")


@pytest.fixture
def same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules stay the same during a test, even while someone works on them."""
    monkeypatch.setattr("pipeline.shards.extractor_hash", lambda registers=None: "rules")
    monkeypatch.setattr("pipeline.build.tree_hash", lambda *roots: "rules")
