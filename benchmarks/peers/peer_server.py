"""The other end of `lightpath bench`: the peers of a script take turns with Lightpath's engines in one run.

One line of JSON on the standard input is a request, one on the standard output its answer; both are objects. A library that writes to the
standard output itself writes to the standard error instead. The first line comes unasked:

  {"protocol": 1, "peers": [{"name", "detail", "threads", "onHost", ...}], "missing": ["cupy: ModuleNotFoundError: ..."], "notes": [...]}

  prepare  "peer", "case", "files"      -> "ready" (a number), "memory_bytes", "seconds" it took; products also "share" and "ratio"
  load     "ready", "file"              -> {}      a field, raw numbers in the precision of the case
  run      "ready"                      -> {}      once, with a wait for the device
  turn     "ready", "seconds", "limit"  -> "seconds" of one run, "runs": runs for so long; refuses if one run takes longer than the limit
  store    "ready", "file"              -> {}      the result, raw
  close    "ready"                      -> {}

An answer with "error" says why a request failed; the server goes on. It ends with its standard input. Standard library only: what needs
NumPy is in the scripts.
"""
import json
import os
import signal
import sys
import time

PROTOCOL = 1


class Refused(Exception):
    """A request that cannot be met; the message is all that the other side needs."""


def protect():
    """The first to go when memory runs out, and quiet when the terminal interrupts the whole group."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    try:
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
            file.write("1000")
    except OSError:
        pass  # another system: no such file


def one_line(error):
    text = str(error).strip()
    return f"{type(error).__name__}: {text.splitlines()[0]}" if text else type(error).__name__


def timed_runs(run, seconds, limit):
    """Seconds of one run, and how many there were in so many seconds, at least one."""
    runs, start, cpu = 0, time.perf_counter(), time.process_time()
    while True:
        run()
        runs += 1
        passed = time.perf_counter() - start
        own = min(passed, time.process_time() - cpu)  # that others are busy here must not count
        if runs == 1 and limit and own > limit:
            raise Refused(f"one run takes {own:.1f} s, more than the {limit:g} s that a peer has unless it is named")
        if passed >= seconds:
            return passed / runs, runs


class Server:
    """Requests on what is prepared. The backend has hello() and prepare(request); what it prepares has load, run, store, and an answer."""

    def __init__(self, backend):
        self.backend, self.ready, self.count = backend, {}, 0

    def answer(self, request):
        return getattr(self, "do_" + request["do"])(request)

    def do_prepare(self, request):
        start = time.perf_counter()
        prepared = self.backend.prepare(request)
        self.count += 1
        self.ready[self.count] = prepared
        return {"ready": self.count, "seconds": time.perf_counter() - start, **prepared.answer()}

    def do_load(self, request):
        self.ready[request["ready"]].load(request["file"])
        return {}

    def do_run(self, request):
        self.ready[request["ready"]].run()
        return {}

    def do_turn(self, request):
        seconds, runs = timed_runs(self.ready[request["ready"]].run, request["seconds"], request.get("limit"))
        return {"seconds": seconds, "runs": runs}

    def do_store(self, request):
        self.ready[request["ready"]].store(request["file"])
        return {}

    def do_close(self, request):
        self.ready.pop(request["ready"], None)
        return {}


def serve(make_backend):
    """Answers requests until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print must not come between the answers
    protect()

    def say(answer):
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    server = Server(make_backend())
    say({"protocol": PROTOCOL, **server.backend.hello()})
    for line in sys.stdin:
        try:
            say(server.answer(json.loads(line)))
        except Exception as e:  # out of memory, a compiler that is missing: other requests may still be met
            say({"error": str(e) if isinstance(e, Refused) else one_line(e)})
