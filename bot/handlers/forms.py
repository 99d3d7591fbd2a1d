"""Submitted forms. A mistake comes back beside the input it belongs to; what was done is said in the form itself."""

from __future__ import annotations

from slack_bolt.async_app import AsyncApp

from bot.handlers import house_forms, loops, mention_forms, praise, promise_forms
from bot.handlers.desk import Desk
from bot.handlers.submissions import Do, listening
from bot.messages import actions as act


class Forms:
    """Each form has one function that does it and says what was done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        table: dict[str, tuple[Do, str]] = {
            act.FORM_CHANGE_DATE: (promise_forms.change_date, act.INPUT_MOMENT),
            act.FORM_MOVE: (promise_forms.move, act.INPUT_MOMENT),
            act.FORM_WITHDRAW: (promise_forms.withdraw, act.INPUT_REASON),
            act.FORM_HAND_OVER: (promise_forms.hand_over, act.INPUT_PERSON),
            act.FORM_ASK_PROMISE: (promise_forms.ask_promise, act.INPUT_WORDS),
            act.FORM_AT_RISK: (promise_forms.at_risk, act.INPUT_REASON),
            act.FORM_COUNTER: (promise_forms.counter, act.INPUT_MOMENT),
            act.FORM_BRING_IN: (mention_forms.bring_in, act.INPUT_DEPARTMENT),
            act.FORM_WRONG_DEPARTMENT: (mention_forms.wrong_department, act.INPUT_WRONG),
            act.FORM_NAME_SOMEONE: (mention_forms.name_someone, act.INPUT_PERSON),
            act.FORM_PART: (mention_forms.part, act.INPUT_LEAD),
            act.FORM_ANSWER: (mention_forms.answer, act.INPUT_ANSWER),
            act.FORM_WAITS_FOR: (loops.waits_for, act.INPUT_CAUSE),
            act.FORM_CREDIT: (praise.credit, act.INPUT_PERSON),
            act.FORM_CHECK_BACK: (loops.check_back, act.INPUT_CHECK_BACK),
            act.FORM_SETUP: (house_forms.setup, act.INPUT_CHANNEL_MODE),
        }
        for callback_id, (do, blamed) in table.items():
            app.view(callback_id)(listening(self._desk, do, blamed))
