"""The curriculum vitae as a paper on form 2C: the answers of the file, set as the form sets them."""

from collections.abc import Iterator
from itertools import groupby

from congvu.contexts.personnel.queries.curriculum import NONE, Answer, Curriculum, Item, Progress, Rows
from congvu.kernel.documents import papers
from congvu.kernel.documents.files import FileMissing, content_of
from congvu.kernel.documents.papers import pdf, pictures, sheet, word
from congvu.law import texts
from congvu.law.citations import Standing
from congvu.law.personal_file import group, said

UNSEEN = "(không hiển thị theo quyền của người xem)"
MARK = "Mẫu 2C-BNV/2008"
_CITES = texts.CURRICULUM_VITAE_2008.as_a_whole(standing=Standing.FROM_MEMORY)
_BESIDE = ("1", "2", "3", "4", "5", "6", "7")
_NUMBERS = tuple(str(number) for number in range(8, 27))
_TITLES = {
    "27": "Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học",
    "28": "Tóm tắt quá trình công tác",
    "29": "Đặc điểm lịch sử bản thân",
    "30": "Quan hệ với nước ngoài",
    "31": "Quan hệ gia đình",
    "32": "Diễn biến quá trình lương",
    "33": "Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức",
}
_TRAINING = (
    papers.Column("Tên trường", width=2.2),
    papers.Column("Chuyên ngành đào tạo, bồi dưỡng", width=2),
    papers.Column("Từ tháng, năm – đến tháng, năm", "centre", 1.5),
    papers.Column("Hình thức đào tạo", width=1.3),
    papers.Column("Văn bằng, chứng chỉ, trình độ", width=2.2),
)
_CAREER = (
    papers.Column("Từ tháng, năm đến tháng, năm", "centre", 1),
    papers.Column("Chức danh, chức vụ, đơn vị công tác", width=3.4),
)
_FAMILY = (
    papers.Column("Mối quan hệ", width=1.1),
    papers.Column("Họ và tên", width=1.8),
    papers.Column("Năm sinh", "centre", 0.7),
    papers.Column("Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, nơi ở", width=4),
)
_SIDE = group("family").field("side")
_RAISES = 7  # what one band of the salary table holds
_EMPTY_ROWS, _REMARK_LINES = 2, 6


def rendered_curriculum(found: Curriculum, *, form: str) -> bytes:
    """Sơ yếu lý lịch thành tệp: as pdf, docx or xlsx."""
    renderings = {"pdf": pdf.render, "docx": word.render, "xlsx": sheet.render}
    return renderings[form](curriculum_paper(found))


def curriculum_paper(found: Curriculum) -> papers.Paper:
    """Sơ yếu lý lịch theo mẫu 2C: what nobody has told keeps its dots."""
    return papers.Paper(
        issuer=papers.Issuer("", found.using),
        symbol="",
        place="",
        day=found.on,
        kind="SƠ YẾU LÝ LỊCH\nCÁN BỘ, CÔNG CHỨC",
        abstract=found.person.full_name,
        signatory=papers.Signatory(""),
        blocks=tuple(_blocks(found)),
        prescribed=_prescribed(found),
    )


def _prescribed(found: Curriculum) -> papers.Prescribed:
    return papers.Prescribed(
        mark=f"{MARK}\n(kèm theo Quyết định số {_CITES.text.number})",
        keeper=(
            papers.Blank("Cơ quan, đơn vị có thẩm quyền quản lý CBCC", found.managing),
            papers.Blank("Cơ quan, đơn vị sử dụng CBCC", found.using),
        ),
        reference=(papers.Blank("Số hiệu cán bộ, công chức", found.person.personnel_number or ""),),
        beside=tuple(_line(found.item(place)) for place in _BESIDE),
        picture=_picture(found),
        picture_words="Ảnh màu\n(4 × 6 cm)",
        signings=(
            papers.Signing(
                (
                    "Người khai",
                    "Tôi xin cam đoan những lời khai trên đây là đúng sự thật",
                    "(Ký tên, ghi rõ họ tên)",
                ),
                name=found.person.full_name,
            ),
            papers.Signing(
                ("Xác nhận của cơ quan", "Thủ trưởng cơ quan, đơn vị quản lý và sử dụng CBCC", "(Ký tên, đóng dấu)"),
                above="……………, ngày … tháng … năm 20…",
            ),
        ),
        foot=(
            f"{found.person.full_name} – {MARK}, in từ hồ sơ điện tử, nội dung tính đến ngày {found.on:%d/%m/%Y}. "
            f"Số thứ tự và lời của các mục: {Standing.FROM_MEMORY.label} với Quyết định số {_CITES.text.number}.",
        ),
    )


def _picture(found: Curriculum) -> papers.Picture | None:
    """The photograph; a file that is gone leaves the frame empty, as a paper form would be handed in."""
    if found.picture is None:
        return None
    try:
        content = content_of(found.picture.file)
    except FileMissing:
        return None
    return pictures.picture(content, shows=f"Ảnh chân dung của {found.person.full_name}")


def _blocks(found: Curriculum) -> Iterator[papers.Block]:
    for item in found.items:
        if item.place.split(".")[0] in _NUMBERS:
            yield _line(item)
    yield _title("27")
    yield _table(_TRAINING, found.training)
    yield _title("28")
    yield _table(_CAREER, found.career)
    yield from _told(found.item("29"))
    yield from _told(found.item("30"))
    yield from _family(found)
    yield _title("32")
    yield from _salary(found.salary)
    yield _title("33")
    yield papers.Dots(_REMARK_LINES)


def _title(place: str) -> papers.Numbered:
    return papers.Numbered(place, _TITLES[place])


def _line(item: Item) -> papers.Blanks:
    return papers.Blanks(item.place, tuple(_blanks(item.answers)))


def _blanks(answers: tuple[Answer, ...]) -> Iterator[papers.Blank]:
    """Neighbours that are all withheld, or all «Không», are answered once."""
    for words, same in groupby(answers, key=_once):
        run = tuple(same)
        if words:
            yield papers.Blank(_listed(run), words)
        else:
            yield from (papers.Blank(answer.label, answer.words) for answer in run)


def _once(answer: Answer) -> str:
    if not answer.seen:
        return UNSEEN
    return NONE if answer.words == NONE else ""


def _listed(answers: tuple[Answer, ...]) -> str:
    first, *others = (answer.label for answer in answers)
    return ", ".join([first, *(label[:1].lower() + label[1:] for label in others)])


def _told(item: Item) -> Iterator[papers.Block]:
    """An item whose answers are long stands on lines of its own, unless all of it is said in a word."""
    words = {_once(answer) for answer in item.answers}
    if len(words) == 1 and "" not in words:
        yield papers.Blanks(item.place, (papers.Blank(_TITLES[item.place], words.pop()),))
        return
    yield _title(item.place)
    for answer in item.answers:
        yield papers.Blanks("", tuple(_blanks((answer,))))


def _family(found: Curriculum) -> Iterator[papers.Block]:
    if not found.own_family.seen:
        yield papers.Blanks("31", (papers.Blank(_TITLES["31"], UNSEEN),))
        return
    yield _title("31")
    yield papers.Numbered("", f"a) {said(_SIDE, 'own')}: cha, mẹ, vợ (hoặc chồng), các con, anh chị em ruột")
    yield _table(_FAMILY, found.own_family)
    yield papers.Numbered("", f"b) {said(_SIDE, 'spouse')}: cha, mẹ, anh chị em ruột")
    yield _table(_FAMILY, found.spouse_family)


def _table(columns: tuple[papers.Column, ...], found: Rows) -> papers.Table:
    """A table without rows keeps some to be written in by hand."""
    empty = (("",) * len(columns),) * _EMPTY_ROWS
    return papers.Table(columns=columns, rows=found.rows or empty)


def _salary(raises: tuple[Progress, ...]) -> Iterator[papers.Table]:
    """Bands of so many raises beside each other, as the form has them."""
    for start in range(0, max(len(raises), 1), _RAISES):
        band = raises[start : start + _RAISES]
        spare = ("",) * (_RAISES - len(band))
        months = (*(each.since for each in band), *spare)
        yield papers.Table(
            columns=(
                papers.Column("Tháng, năm", width=1.2),
                *(papers.Column(month, "centre") for month in months),
            ),
            rows=(
                ("Mã ngạch/bậc", *(each.rank for each in band), *spare),
                ("Hệ số lương", *(each.coefficient for each in band), *spare),
            ),
        )
