"""The entry for a web server; one process of it keeps the search index up to date.

Each reads what questions need before the first one comes, and forgets the words that were typed,
every minute.
"""

import os
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
application = get_wsgi_application()

from knutepunkt.search.indexing.following import follow_for_ever  # noqa: E402 - needs Django to be ready
from knutepunkt.search.language.remembering import forget_for_ever  # noqa: E402
from knutepunkt.search.warming import warm  # noqa: E402

for work in (warm, follow_for_ever, forget_for_ever):
    threading.Thread(target=work, args=(threading.Event(),), daemon=True).start()
