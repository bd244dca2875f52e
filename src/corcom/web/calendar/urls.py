"""The addresses of the calendar."""

from __future__ import annotations

from django.urls import path

from corcom.web.calendar.feeds import feed, feed_step, feeds
from corcom.web.calendar.page import calendar

urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar/feed.ics", feed, name="calendar_feed"),
    path("calendar/feeds/", feeds, name="feeds"),
    path("calendar/feeds/step/", feed_step, name="feed_step"),
]
