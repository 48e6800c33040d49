"""Runs MiniStack for as long as the process that started it keeps standard input open.

The local run holds the other end of that pipe. Should it die without a chance to clean up,
the pipe closes, and MiniStack ends with everything that it started: no emulator is left behind.
"""

import os
import signal
import sys
import threading
import time

from ministack.app import main

GRACE_IN_SECONDS = 3
CHUNK_IN_BYTES = 1024


def end_group_with_parent() -> None:
    # Unbuffered: the lock of a buffered reader that waits would break an orderly exit.
    standard_input = sys.stdin.fileno()
    while os.read(standard_input, CHUNK_IN_BYTES):
        pass
    # Signals go to the whole group, so only a process that leads its own may send them.
    if os.getpgrp() != os.getpid():
        os._exit(1)
    os.killpg(0, signal.SIGTERM)
    time.sleep(GRACE_IN_SECONDS)
    os.killpg(0, signal.SIGKILL)


threading.Thread(target=end_group_with_parent, daemon=True).start()
main()
