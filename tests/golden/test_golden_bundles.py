"""Reports of the same events, people and documents, with look-alikes: what is one is one row, the rest stays apart."""

from __future__ import annotations

import pytest

from tests.golden.bundle_items import build_bundles, expected_clusters, found_clusters
from tests.golden.clusters import agreement


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory):
    with build_bundles(tmp_path_factory.mktemp("bundles")) as con:
        yield con


@pytest.mark.parametrize(("kind", "recall"), [("event", 0.9), ("person", 0.9), ("directive", 0.9)])
def test_clusters_agree(built, kind: str, recall: float) -> None:
    expected = expected_clusters(kind)
    score = agreement(expected, found_clusters(built, list(expected)))
    assert score.precision >= 0.99, score
    assert score.recall >= recall, score
    assert min(score.b3_precision, score.b3_recall) >= 0.9, score


@pytest.mark.parametrize(
    ("event", "document", "date", "basis"),
    [
        ("phổ biến, hướng dẫn thực hiện Đề án", "diem-cau/a-trung-uong.txt", "2023-11-24", "stated"),
        ("tổng kết công tác đối ngoại nhân dân năm 2017", "tong-ket/a-thong-tan.txt", "2017-12-26", "stated"),
        ("Đại hội đại biểu toàn quốc lần thứ VI", "nhiem-ky/c-dai-hoi-6-lien-hiep.txt", "2019-12-05", "stated"),
    ],
)
def test_event_takes_the_full_date(built, event: str, document: str, date: str, basis: str) -> None:
    query = """SELECT e.date_edtf, e.date_basis FROM events e JOIN event_documents x USING (event_id)
               JOIN documents d USING (document_id) WHERE d.source_path = ? AND contains(lower(e.name), lower(?))"""
    assert built.execute(query, [document, event]).fetchall() == [(date, basis)]


def test_yearly_reviews_are_one_series(built) -> None:
    query = """SELECT count(DISTINCT event_id), count(DISTINCT series_id) FROM events
               WHERE regexp_matches(name, '(?i)tổng kết công tác đối ngoại nhân dân năm 20')"""
    assert built.execute(query).fetchone() == (2, 1)


def test_local_chair_attends_and_does_not_chair(built) -> None:
    query = """SELECT p.name, a.role FROM participations a JOIN people p USING (person_id)
               WHERE p.name IN ('Nguyễn Thị Bé Mười', 'Trần Công Chánh') ORDER BY 1"""
    assert built.execute(query).fetchall() == [("Nguyễn Thị Bé Mười", "attendee"), ("Trần Công Chánh", "attendee")]
