"""Timed work of the agenda: over the whole tree, because it reminds everybody."""

from datetime import datetime

from procrastinate.contrib.django import app

from congvu.kernel import scope
from congvu.kernel.agenda import reminding
from congvu.kernel.calendar import ZONE


@app.periodic(cron="*/10 * * * *")
@app.task(name="agenda.remind", queueing_lock="agenda.remind")
def remind(timestamp: int) -> None:
    """Nhắc việc: from seven in the morning of a working day the digests, and what still waits to be sent."""
    remind_at(datetime.fromtimestamp(timestamp, ZONE))


@app.task(name="agenda.send_urges")
def send_urges(at: str) -> None:
    """Gửi lời đôn đốc ngay."""
    reminding.send_waiting(at=datetime.fromisoformat(at))


def order_sending(*, at: datetime) -> None:
    """Xếp việc gửi, in the transaction of whoever urges."""
    send_urges.defer(at=at.isoformat())


def remind_at(at: datetime) -> None:
    """What the job does at a moment: in office hours it plans the day once and sends what waits."""
    if not reminding.MORNING <= at.time() < reminding.EVENING:
        return
    with scope.within(scope.tops()):
        reminding.plan(on=at.date())
    reminding.send_waiting(at=at)
