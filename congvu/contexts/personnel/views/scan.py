"""A scan as an answer: shown in place when it is a picture, handed over as a file otherwise, and run by nothing."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from congvu.contexts.personnel.models import ProposalEvidence
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.states import ProposalState, Verdict
from congvu.kernel.documents import files, scans
from congvu.web.parts import Badge, Tone

TONES: dict[str, Tone] = {
    ProposalState.DRAFT: "plain",
    ProposalState.SENT: "soon",
    ProposalState.RETURNED: "late",
    ProposalState.DECIDED: "done",
    ProposalState.WITHDRAWN: "closed",
}
_VERDICTS: dict[str, Tone] = {Verdict.OPEN: "soon", Verdict.ACCEPTED: "done", Verdict.REFUSED: "late"}
_ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


def answer(evidence: ProposalEvidence) -> HttpResponse:
    """Bản chụp: its type is the one that its bytes told."""
    kind = evidence.media_type
    response = HttpResponse(files.content_of(evidence.file), content_type=kind)
    way = "inline" if scans.is_picture(kind) else "attachment"
    response["Content-Disposition"] = f'{way}; filename="giay-to-{evidence.pk}.{_ENDINGS[kind]}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def state_badge(proposal: Any) -> Badge:
    """Where the proposal stands, as a word."""
    return Badge(ProposalState(proposal.state).label, TONES[proposal.state])


def shown_item(item: Any, address: str) -> dict[str, Any]:
    """What every page shows of one proposed item; `address` names the view of its scans."""
    differences = queries.differences(item)
    return {
        "item": item,
        "name": queries.name_of(item),
        "differences": differences,
        "fresh": not any(row.old for row in differences),
        "verdict": Badge(Verdict(item.verdict).label, _VERDICTS[item.verdict]),
        "open": item.verdict == Verdict.OPEN,
        "papers": shown_papers(item.papers, address),
    }


def shown_papers(papers: Iterable[ProposalEvidence], address: str) -> list[tuple[ProposalEvidence, bool, str]]:
    """Each scan, whether it can be shown in place, and its address."""
    return [(paper, scans.is_picture(paper.media_type), reverse(address, args=[paper.pk])) for paper in papers]
