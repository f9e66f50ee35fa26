#!/usr/bin/env python3
"""Matrix products with noise as users of array libraries write them, timed as `lightpath bench matmul` times its engines.

Same operands (uniform in [-1, 1], on the words of an 8-bit converter), same noise in distribution:

  noiseless     C = A B
  receiver      C + sqrt(c0 + cA sum_k a_ik^2 + cB sum_k b_kj^2) n_ij: norms of rows and columns, one normal for each output
  product       C + sqrt(c0 + c (|A| |B|)_ij) n_ij: a second product, one normal for each output
  per multiply  sum_k (a_ik b_kj + sqrt(c0/K + cA a_ik^2 + cB b_kj^2) n_ijk): the distribution of "receiver" from one normal for
                each term, in arrays of (rows, N, K). Of as many rows as fit --memory; the time for all rows is extrapolated

Peers: numpy, cupy, torch (eager), torch-compile (on CUDA). What is not installed is left out and named on stderr. Single
precision means binary32 throughout: TF32 stays off. Every run ends with a wait for the device.

A noiseless row gives its relative L2 error against float64 (double: against long double) on the first rows; a row with noise the observed over the
expected standard deviation of its noise (1 but for 1/sqrt(2 outputs)). Rows have the columns of
`lightpath bench matmul --format json`.

--serve answers the requests of `lightpath bench matmul` instead (peer_server.py): there the peers take turns with its engines.
"""
import argparse
import ctypes
import datetime
import json
import math
import os
import platform
import statistics
import sys
import time

import numpy as np

import peer_server
from split_step_peers import FAMILIES, add_serving, libraries, philox, say

COLUMNS = [
    "contender", "detail", "effect", "precision", "batch", "rows", "columns", "inner", "windows", "threads", "extrapolated",
    "run_s", "runDeviation_s", "flop_per_s", "costOfNoise", "againstOpenBlas", "relativeError", "errorRows",
    "noiseDeviationRatio", "noiseSamples", "noiseSamplesPerSecond", "launchesPerRun", "bytesPerRun", "localBytesPerRun",
    "flopsPerRun", "peak_flop_per_s", "memory_B_per_s", "localMemory_B_per_s", "floor_s", "boundBy", "rooflineShare",
    "memory_bytes"]

EFFECTS = ["noiseless", "receiver", "product", "per multiply"]
REAL = {"single": np.float32, "double": np.float64}
WIDER = {"single": np.float64, "double": np.longdouble}
SEED, LEFT, RIGHT, WORDS = 1, 1, 2, 256
COUNTS = 100.0  # photoelectrons for each unit of y
THERMAL = 1e-3  # c0
SHOT = 1 / (2 * COUNTS)  # cA = cB
INTENSITY = 1 / COUNTS  # c
CHECKED_ROWS = {"single": 64, "double": 8}  # the latter against extended precision, without BLAS


# --- the case: what lightpath's ProductCase makes --------------------------------------------------------------------

def drawn(shape, stream):
    """Values within a third of a word of the words of an 8-bit converter, float64."""
    w0, w1 = philox(SEED, stream, 0, np.arange(math.prod(shape)))
    word = (w0 >> np.uint64(24)).astype(float)
    offset = 0.6 * ((w1 + 0.5) * 2.0**-32 - 0.5)
    offset[(word == 0) | (word == WORDS - 1)] = 0
    return ((2 * (word + offset) - (WORDS - 1)) / (WORDS - 1)).reshape(shape)


class Case:
    """One case: C[M,N] = A[M,K] B[K,N], a batch of them."""

    def __init__(self, size, batch, precision, given=None):
        self.rows, self.columns, self.inner = size
        self.batch, self.precision, self.real = batch, precision, REAL[precision]
        left, right = (batch, self.rows, self.inner), (batch, self.inner, self.columns)
        if given is None:
            self.left, self.right = drawn(left, LEFT).astype(self.real), drawn(right, RIGHT).astype(self.real)
        else:
            self.left, self.right = (
                np.fromfile(given[name], self.real).reshape(shape) for name, shape in (("left", left), ("right", right)))

    def outputs(self):
        return self.batch * self.rows * self.columns

    def expected(self, effect, rows):
        """Mean and variance of the first rows of the first product, in float64 or better."""
        a, b = self.left[0, :rows].astype(WIDER[self.precision]), self.right[0].astype(WIDER[self.precision])
        if effect == "product":
            variance = THERMAL + INTENSITY * (abs(a) @ abs(b))
        else:
            variance = THERMAL + SHOT * ((a * a).sum(1)[:, None] + (b * b).sum(0)[None, :])
        return a @ b, variance


# --- array libraries behind one face ---------------------------------------------------------------------------------

class NumpyMath:
    """NumPy: the BLAS it was built with, its fastest bit generator."""

    detail = "eager"

    def __init__(self, lib, threads):
        self.lib, self.threads = lib, threads
        self.sqrt, self.sum = np.sqrt, lambda x, axis: x.sum(axis=axis, keepdims=True)
        self.random = np.random.Generator(np.random.SFC64(SEED))

    def normal(self, like):
        return self.random.standard_normal(like.shape, dtype=like.dtype)

    def compiled(self, function):
        return function


class CupyMath(NumpyMath):
    """CuPy on the current CUDA device."""

    def __init__(self, lib, threads):
        super().__init__(lib, 1)
        self.sqrt, self.random = lib.cp.sqrt, lib.cp.random.default_rng(SEED)


class TorchMath(NumpyMath):
    """PyTorch on CUDA, or on the host."""

    def __init__(self, lib, threads):
        super().__init__(lib, lib.threads)
        torch = lib.torch
        torch.backends.cuda.matmul.allow_tf32 = False
        torch.manual_seed(SEED)
        self.sqrt, self.sum = torch.sqrt, lambda x, axis: x.sum(dim=axis, keepdim=True)

    def normal(self, like):
        return self.lib.torch.randn_like(like)


class CompiledTorchMath(TorchMath):
    """PyTorch with each effect compiled as a whole."""

    detail = "compiled"

    def compiled(self, function):
        return self.lib.torch.compile(function, dynamic=False)


PEERS = {
    "numpy": ("numpy", NumpyMath), "cupy": ("cupy", CupyMath), "torch": ("torch", TorchMath),
    "torch-compile": ("torch", CompiledTorchMath)}


# --- the effects -----------------------------------------------------------------------------------------------------

class Product:
    """An effect on a device; run() computes C, or a part of it."""

    def __init__(self, math_, case, effect, memory):
        self.math, self.case, self.effect = math_, case, effect
        self.share = 1.0
        left, right = case.left, case.right
        if effect == "per multiply":
            left, right = self.part(memory)
        self.a, self.b = math_.lib.put(left), math_.lib.put(right)
        functions = {
            "noiseless": self.noiseless, "receiver": self.receiver, "product": self.product,
            "per multiply": self.per_multiply}
        self.function = math_.compiled(functions[effect])
        self.c = None

    def part(self, memory):
        """As many rows and columns as leave four arrays of (rows, columns, K) within the memory [B]."""
        case = self.case
        outputs = memory / (4 * case.inner * case.real().itemsize)
        if outputs < 1:
            raise MemoryError(f"--memory {memory}: four arrays of K = {case.inner} terms do not fit")
        columns = int(min(case.columns, outputs))
        rows = int(min(case.rows, max(1, outputs // columns)))
        self.share = rows * columns / case.outputs()
        return case.left[:1, :rows], case.right[:1, :, :columns]

    @staticmethod
    def noiseless(a, b):
        return a @ b

    def receiver(self, a, b):
        c = a @ b
        variance = THERMAL + SHOT * (self.math.sum(a * a, -1) + self.math.sum(b * b, -2))
        return c + self.math.sqrt(variance) * self.math.normal(c)

    def product(self, a, b):
        c = a @ b
        variance = THERMAL + INTENSITY * (abs(a) @ abs(b))
        return c + self.math.sqrt(variance) * self.math.normal(c)

    def per_multiply(self, a, b):
        a, b = a[:, :, None, :], b.swapaxes(-1, -2)[:, None, :, :]
        variance = THERMAL / self.case.inner + SHOT * (a * a + b * b)
        terms = a * b
        terms = terms + self.math.sqrt(variance) * self.math.normal(terms)
        return terms.sum(-1)

    def run(self):
        self.c = self.function(self.a, self.b)
        self.math.lib.sync()

    def samples(self):
        case = self.case
        return {"noiseless": 0, "per multiply": case.outputs() * case.inner}.get(self.effect, case.outputs())

    def check(self):
        """(relative error, rows compared, ratio of deviations); what does not apply is None."""
        self.run()
        precision = self.case.precision
        observed = self.math.lib.get(self.c)[0, :CHECKED_ROWS[precision]].astype(WIDER[precision])
        rows, columns = observed.shape
        mean, variance = self.case.expected(self.effect, rows)
        difference = observed - mean[:, :columns]
        if self.effect == "noiseless":
            return float(np.linalg.norm(difference) / np.linalg.norm(mean)), rows, None
        return None, rows, float(np.sqrt((difference**2 / variance[:, :columns]).mean()))


# --- measuring -------------------------------------------------------------------------------------------------------

def contenders(names, found, threads):
    """Chosen peers; what cannot run here is named."""
    cuda = "cupy" in found or getattr(found.get("torch"), "cuda", False)
    if names == ["auto"]:
        names = [n for n in PEERS if not (cuda and n == "numpy") and not (n == "torch-compile" and not cuda)]
    chosen = []
    for name in names:
        needs, make = PEERS[name]
        if needs in found:
            chosen.append((name, make(found[needs], threads)))
        else:
            say(f"{name} is left out: it needs {needs}")
    return chosen


def turn(product, seconds):
    """Time of one run [s]; of a part, extrapolated to all outputs."""
    runs, start = 0, time.perf_counter()
    while True:
        product.run()
        runs += 1
        passed = time.perf_counter() - start
        if passed >= seconds:
            return passed / runs / product.share


def measure(case, peers, options):
    say(f"M x N x K = {case.rows} x {case.columns} x {case.inner}, batch {case.batch}, {case.precision}")
    ready = []
    for name, math_ in peers:
        for effect in options.effect:
            try:
                product = Product(math_, case, effect, options.memory)
                ready.append((name, product, product.check(), []))
            except Exception as e:  # out of memory, a compiler that is missing: the other peers go on
                say(f"left out: peer {name}, {effect}: {type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}")
    for number in range(-2, options.turns):
        for _, product, _, times in ready:
            seconds = turn(product, options.turn)
            if number >= 0:
                times.append(seconds)
    noiseless = {name: times for name, product, _, times in ready if product.effect == "noiseless"}
    return [row(case, *one, noiseless.get(one[0])) for one in ready]


def median(values):
    return sorted(values)[len(values) // 2]


def row(case, name, product, check, times, noiseless):
    seconds, math_ = median(times), product.math
    error, rows, ratio = check
    values = dict.fromkeys(COLUMNS)
    values.update(
        contender="peer " + name, detail=f"{math_.lib.device}, {math_.lib.name}, {math_.detail}", effect=product.effect,
        precision=case.precision, batch=case.batch, rows=case.rows, columns=case.columns, inner=case.inner, windows=1,
        threads=math_.threads, extrapolated=product.share < 1, run_s=seconds,
        runDeviation_s=statistics.stdev(times) if len(times) > 1 else 0.0,
        flop_per_s=2.0 * case.outputs() * case.inner / seconds,
        costOfNoise=median([t / n for t, n in zip(times, noiseless)]) if noiseless else None,
        relativeError=error, errorRows=rows, noiseDeviationRatio=ratio, noiseSamples=float(product.samples()),
        noiseSamplesPerSecond=product.samples() / seconds if product.samples() else None,
        memory_bytes=int(math_.lib.memory()))
    return values


# --- taking turns with lightpath --------------------------------------------------------------------------------------

def openblas():
    """What NumPy's OpenBLAS says of itself: version, and the kernel it took for this processor. Nothing if it is another library."""
    try:
        with open("/proc/self/maps", encoding="utf-8") as maps:
            files = {line.split()[-1] for line in maps if "openblas" in line and ".so" in line}
    except OSError:
        return ""
    for file in sorted(files, key=lambda name: "numpy" not in name):
        library = ctypes.CDLL(file)
        for name in ("scipy_openblas_get_{}64_", "scipy_openblas_get_{}", "openblas_get_{}64_", "openblas_get_{}"):
            functions = [getattr(library, name.format(what), None) for what in ("config", "corename")]
            if all(functions):
                for function in functions:
                    function.restype = ctypes.c_char_p
                config, core = (function().decode().strip() for function in functions)
                return f"{config}, kernel {core}"
    return ""


class Served:
    """A product on the operands that `lightpath bench matmul` gives."""

    def __init__(self, product):
        self.product = product
        self.ratio = None if product.effect == "noiseless" else product.check()[2]  # of a noiseless one lightpath judges all

    def answer(self):
        return {"memory_bytes": int(self.product.math.lib.memory()), "share": self.product.share, "ratio": self.ratio}

    def run(self):
        self.product.run()

    def store(self, file):
        self.product.math.lib.get(self.product.c).astype(self.product.case.real).tofile(file)


class Backend:
    """The products of one family of libraries."""

    def __init__(self, options):
        self.options, self.missing = options, []
        needed = [name for name in FAMILIES[options.family] if name in ("numpy", "cupy", "torch")]
        found = libraries(options.device, needed, options.threads, self.missing.append)
        cuda = "cupy" in found or getattr(found.get("torch"), "cuda", False)
        if options.device == "cuda" and not cuda:
            found.clear()
            self.missing.append(f"{options.family} is left out: it sees no CUDA device")
        self.peers = {
            name: make(found[needs], options.threads or os.cpu_count()) for name, (needs, make) in PEERS.items()
            if needs in found and (cuda or make is not CompiledTorchMath)}

    def hello(self):
        blas = openblas() if "numpy" in self.peers else ""
        return {"missing": self.missing, "notes": [], "peers": [
            {
                "name": name, "threads": math_.threads, "onHost": math_.lib.device == "host", "effects": EFFECTS,
                "detail": ", ".join(
                    part for part in (math_.lib.device, math_.lib.name, math_.detail, blas if name == "numpy" else "") if part)}
            for name, math_ in self.peers.items()]}

    def prepare(self, request):
        case = request["case"]
        size = case["rows"], case["columns"], case["inner"]
        made = Case(size, case["batch"], case["precision"], request["files"])
        return Served(Product(self.peers[request["peer"]], made, case["effect"], self.options.memory))


def conditions(found, commit):
    return {
        "record": "bench matmul peers",
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"), "commit": commit,
        "devices": [{"library": lib.name, "device": lib.device} for lib in found.values()],
        "python": platform.python_version(), "os": platform.platform(), "processors": os.cpu_count(),
        "command": " ".join(["matmul_peers.py", *sys.argv[1:]])}


def size(text):
    numbers = [int(part) for part in text.split("x")]
    if len(numbers) not in (1, 3) or min(numbers) < 1:
        raise argparse.ArgumentTypeError(f"{text}: expected n or MxNxK")
    return numbers * 3 if len(numbers) == 1 else numbers


def arguments():
    def split(kind):
        return lambda text: [kind(part) for part in text.split(",")]

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=split(str), default=["auto"], help="names, or auto: all that suit this machine")
    parser.add_argument("--size", type=split(size), default=[[n, n, n] for n in (512, 1024, 2048)], help="n or MxNxK")
    parser.add_argument("--batch", type=split(int), default=[1])
    parser.add_argument("--precision", type=split(str), default=["single", "double"])
    parser.add_argument("--effect", type=split(str), default=EFFECTS, help=", ".join(EFFECTS))
    parser.add_argument("--memory", type=float, default=2e9, help="bytes that noise for each term may take")
    parser.add_argument("--threads", type=int, help="host threads of NumPy's BLAS (default: all)")
    parser.add_argument("--turn", type=float, default=0.3, help="seconds of one turn of one peer")
    parser.add_argument("--turns", type=int, default=5, help="measured turns, after two to warm up")
    parser.add_argument("--device", choices=["auto", "cuda", "cpu"], default="auto")
    parser.add_argument("--record", help="appends the conditions and the rows to a file of JSON lines")
    parser.add_argument("--commit", default="unknown", help="what the record says the rows were made beside")
    add_serving(parser)
    options = parser.parse_args()
    for name, values, known in (
            ("--peers", options.peers, [*PEERS, "auto"]), ("--precision", options.precision, REAL),
            ("--effect", options.effect, EFFECTS)):
        for value in values:
            if value not in known:
                parser.error(f"{name} {value}: expected one of {', '.join(known)}")
    return options


def limit_threads(count):
    """BLAS libraries read these when they are loaded: the script starts anew with them."""
    limits = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), str(count))
    if any(os.environ.get(name) != value for name, value in limits.items()):
        os.environ.update(limits)
        os.execv(sys.executable, [sys.executable, *sys.argv])


def main():
    options = arguments()
    if options.threads:
        limit_threads(options.threads)
    if options.serve:
        peer_server.serve(lambda: Backend(options))
        return
    found = libraries(options.device, ("numpy", "cupy", "torch"), options.threads)
    peers = contenders(options.peers, found, options.threads or os.cpu_count())
    rows = []

    def record(lines):
        if options.record:
            with open(options.record, "a", encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in lines)

    record([conditions(found, options.commit)])
    for precision in options.precision:
        for extents in options.size:
            for batch in options.batch:
                measured = measure(Case(extents, batch, precision), peers, options)
                record(measured)
                rows += measured
    print("[\n" + ",\n".join("  " + json.dumps(one) for one in rows) + "\n]")


if __name__ == "__main__":
    main()
