"""How long the page takes to show what somebody did: from the key or click to the change, counted in the browser."""

from __future__ import annotations

import statistics
from collections.abc import Awaitable, Callable

from playwright.async_api import Page

# Counts from the event, as the browser got it, to the first frame in which SHOWN holds.
STOPWATCH = """
() => {
  window.shownAfter = new Promise((resolve) => {
    const start = (happened) => {
      if (happened.type === "keydown" && happened.key !== "Enter") return;
      removeEventListener("EVENT", start, true);
      const look = () => ((SHOWN) ? resolve(performance.now() - happened.timeStamp) : requestAnimationFrame(look));
      look();
    };
    addEventListener("EVENT", start, true);
  });
}
"""


async def shown_after(page: Page, event: str, shown: str, act: Callable[[], Awaitable[None]]) -> float:
    """Milliseconds from the event ("click", or "keydown" of Enter) that `act` causes, until the expression holds."""
    await page.evaluate(STOPWATCH.replace("EVENT", event).replace("SHOWN", shown))
    await act()
    return float(await page.evaluate("window.shownAfter"))


def told(what: str, times: list[float]) -> str:
    """A line of the median, and the slowest."""
    return f"{what}: {statistics.median(times):.0f} ms, the median of {len(times)} (slowest {max(times):.0f} ms)"
