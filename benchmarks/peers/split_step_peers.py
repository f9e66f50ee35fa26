#!/usr/bin/env python3
"""Split-step loops as users of array libraries write them, timed as `lightpath bench fiber` times its engines.

Same scheme (symmetric split step, neighbouring half steps merged), same input, same number of steps:

  A <- D(h/2) A,  then  A <- D A exp(-j c |A|^2)  once a step, D full but for the last half;
  D(h) = IFFT exp(-j beta h) FFT,  c = gamma h (scalar),  (8/9) gamma h with the power of both modes (Manakov)

Peers, all written here from published algorithms:

  numpy           loop on the host, A * exp(-1j c |A|^2) as most users write it
  numpy-sincos    the same by a user who counts passes: transforms and products in place, sines and cosines of real numbers
  scipy           loop with scipy.fft, which has workers for batches
  scipy-sincos    the same in place, as above
  cupy            CuPy loop: cuFFT, one operator after the other
  cupy-fused      cuFFT without scaling passes, the rotation in one kernel
  torch           PyTorch loop, eager
  torch-sincos    the same with sines and cosines of real numbers, products in place
  torch-compile   the rotation compiled by torch.compile on real numbers
  torch-graph     the whole run captured in a CUDA graph
  lkb             loop of LKB's NLSE, delta_z splitting "single": transform in place, A *= prop, |A|^2, rotation in one
                  kernel. First order (Lie), as published: its error is that of the method. cuFFT instead of VkFFT
  sionna          loop of Sionna's SSFM with fixed steps: exp of the dispersion at full batch shape, fftshift of it and a
                  multiplication by a window of ones in every step. CuPy or PyTorch instead of TensorFlow

What is not installed is left out and named on stderr. Every run ends with a wait for the device. Errors are relative L2
errors against a complex128 numpy run of the symmetric scheme. Rows have the columns of `lightpath bench fiber --format json`.

--serve answers the requests of `lightpath bench fiber` instead (peer_server.py): there the peers take turns with its engines.
"""
import argparse
import datetime
import json
import math
import os
import platform
import statistics
import sys
import time
from functools import partial

import numpy as np

import peer_server

COLUMNS = [
    "contender", "detail", "model", "modes", "precision", "samples", "batch", "threads", "runSteps", "step_s",
    "stepDeviation_s", "samplesPerSecond", "relativeError", "errorSteps", "launchesPerStep", "bytesPerStep",
    "localBytesPerStep", "flopsPerStep", "peak_flop_per_s", "memory_B_per_s", "localMemory_B_per_s", "floor_s", "boundBy",
    "rooflineShare", "memory_bytes"]

GAMMA = 0.05  # mean nonlinear phase of a step [rad], at 1 W
LARGEST_LINEAR_PHASE = 10.0  # at the edge of the band [rad]
DRAWN_FIELDS = 64  # fields that differ; a larger batch repeats them
SEED = 1
MODES = {"scalar": 1, "manakov": 2}
COMPLEX = {"single": np.complex64, "double": np.complex128}
REAL = {"single": np.float32, "double": np.float64}


# --- the case: what lightpath's StepCase makes -----------------------------------------------------------------------

def philox(seed, stream, substream, elements):
    """Words 0 and 1 of Philox4x32-10 (Salmon et al., SC'11) for an array of elements."""
    mask = np.uint64(0xFFFFFFFF)
    half = np.uint64(32)
    e = np.asarray(elements, np.uint64)
    c0, c1 = e & mask, e >> half
    c2, c3 = np.full_like(e, substream), np.full_like(e, stream)
    k0, k1 = seed & 0xFFFFFFFF, seed >> 32
    for _ in range(10):
        p0, p1 = np.uint64(0xD2511F53) * c0, np.uint64(0xCD9E8D57) * c2
        c0, c1, c2, c3 = (
            (p1 >> half) ^ c1 ^ np.uint64(k0), p1 & mask, (p0 >> half) ^ c3 ^ np.uint64(k1), p0 & mask)
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return c0, c1


def drawn(samples, batch, modes):
    """Complex normal samples, unit mean power in all modes together: (batch, modes, samples), complex128."""
    fields = np.empty((batch, modes, samples), np.complex128)
    for b in range(batch):
        for m in range(modes):
            w0, w1 = philox(SEED, b, m, np.arange(samples))
            radius = np.sqrt(-2 * np.log((w0 + 0.5) * 2.0**-32))
            fields[b, m] = radius * np.exp(2j * np.pi * (w1 + 0.5) * 2.0**-32)
    return fields * math.sqrt(0.5 / modes)


class Case:
    """One case, in the precision of the fields."""

    def __init__(self, model, samples, batch, precision, given=None, beta=None, angles=None):
        self.model, self.samples, self.batch, self.precision = model, samples, batch, precision
        self.modes = MODES[model]
        self.given = given
        self.complex, self.real = COMPLEX[precision], REAL[precision]
        self.gamma = GAMMA * (8.0 / 9.0 if model == "manakov" else 1.0)
        self.angles = angles  # of each step, where they are given: c gamma w [rad/W]
        if beta is not None:
            self.beta = beta
            return
        k = np.arange(samples)
        frequency = np.where(2 * k < samples, k, k - samples) / samples
        self.beta = LARGEST_LINEAR_PHASE * 4 * frequency**2

    def input(self, batch=None):
        batch = self.batch if batch is None else batch
        first = self.given if self.given is not None else drawn(self.samples, min(batch, DRAWN_FIELDS), self.modes)
        if first.shape[1:] != (self.modes, self.samples):
            raise SystemExit(f"--input: expected fields of {(self.modes, self.samples)}, got {first.shape[1:]}")
        return first.astype(self.complex)[np.arange(batch) % len(first)]

    def angle(self, step):
        """What 1 W turns a sample by in a step [rad]."""
        return self.gamma if self.angles is None else float(self.angles[step])

    def operator(self, length):
        return np.exp(-1j * self.beta * length)


def reference(case, field, steps):
    """The symmetric scheme in complex128 on the host."""
    a = field.astype(np.complex128)
    half, full = case.operator(0.5), case.operator(1.0)
    a = np.fft.ifft(np.fft.fft(a) * half)
    for s in range(steps):
        power = (a.real**2 + a.imag**2).sum(axis=1, keepdims=True)
        a = a * np.exp(-1j * case.angle(s) * power)
        a = np.fft.ifft(np.fft.fft(a) * (half if s == steps - 1 else full))
    return a


# --- array libraries behind one face ---------------------------------------------------------------------------------

class Numpy:
    """The host."""

    def __init__(self):
        self.name, self.device, self.threads = f"numpy {np.__version__}", "host", 1
        self.exp, self.fftshift = np.exp, lambda x: np.fft.fftshift(x, axes=-1)
        self.fft, self.ifft = np.fft.fft, np.fft.ifft
        if int(np.__version__.split(".")[0]) < 2:
            self.name += " (its transforms are complex128 always)"
            self.fft_in_place, self.ifft_in_place = self.fft, self.ifft
        else:
            self.fft_in_place = lambda a: np.fft.fft(a, out=a)
            self.ifft_in_place = lambda a: np.fft.ifft(a, out=a)

    def put(self, array):
        return np.array(array)

    def get(self, array):
        return array

    def power(self, a):
        return (a.real**2 + a.imag**2).sum(axis=1, keepdims=True) if a.shape[1] > 1 else a.real**2 + a.imag**2

    def sync(self):
        pass

    def memory(self):
        return 0


class Scipy(Numpy):
    """scipy.fft on the host: its workers share the transforms of a batch."""

    def __init__(self, threads=1):
        super().__init__()
        import scipy
        import scipy.fft as fft
        self.name, self.threads = f"scipy {scipy.__version__}, numpy {np.__version__}", threads
        self.fft, self.ifft = partial(fft.fft, workers=threads), partial(fft.ifft, workers=threads)
        self.fft_in_place, self.ifft_in_place = partial(self.fft, overwrite_x=True), partial(self.ifft, overwrite_x=True)


class Cupy(Numpy):
    """CuPy on the current CUDA device."""

    def __init__(self):
        import cupy
        import cupyx.scipy.fft as fft
        self.cp = cupy
        properties = cupy.cuda.runtime.getDeviceProperties(cupy.cuda.Device().id)
        self.name, self.device, self.threads = f"cupy {cupy.__version__}", properties["name"].decode(), 1
        self.exp, self.fftshift = cupy.exp, lambda x: cupy.fft.fftshift(x, axes=-1)
        self.fft, self.ifft = cupy.fft.fft, cupy.fft.ifft
        self.fft_in_place = lambda a: fft.fft(a, overwrite_x=True)
        self.ifft_unscaled = lambda a: fft.ifft(a, overwrite_x=True, norm="forward")

        @cupy.fuse()
        def rotate(a, power, minus_c):
            return a * cupy.exp(minus_c * power)

        rotate_scalar = cupy.ElementwiseKernel(
            "T a, T minus_c", "T y", "y = a * exp(minus_c * (a.real() * a.real() + a.imag() * a.imag()))", "rotate_scalar")

        self.rotate, self.rotate_scalar = rotate, rotate_scalar

    def put(self, array):
        return self.cp.asarray(array)

    def get(self, array):
        return self.cp.asnumpy(array)

    def sync(self):
        self.cp.cuda.get_current_stream().synchronize()

    def memory(self):
        return self.cp.get_default_memory_pool().total_bytes()


class Torch(Numpy):
    """PyTorch on CUDA, or on the host."""

    def __init__(self, where, threads=None):
        import torch
        self.torch = torch
        self.cuda = torch.cuda.is_available() if where == "auto" else where == "cuda"
        if threads and not self.cuda:
            torch.set_num_threads(threads)
        self.where = "cuda" if self.cuda else "cpu"
        self.name = f"torch {torch.__version__}"
        self.device = torch.cuda.get_device_name() if self.cuda else "host"
        self.threads = 1 if self.cuda else torch.get_num_threads()
        self.exp, self.fft, self.ifft = torch.exp, torch.fft.fft, torch.fft.ifft
        self.fftshift = lambda x: torch.fft.fftshift(x, dim=-1)

    def put(self, array):
        return self.torch.from_numpy(np.ascontiguousarray(array)).to(self.where)

    def get(self, array):
        return array.cpu().numpy()

    def power(self, a):
        p = a.real.square() + a.imag.square()
        return p.sum(dim=1, keepdim=True) if a.shape[1] > 1 else p

    def sync(self):
        if self.cuda:
            self.torch.cuda.synchronize()

    def memory(self):
        return self.torch.cuda.memory_allocated() if self.cuda else 0


# --- the loops -------------------------------------------------------------------------------------------------------

class Loop:
    """Base: a field on a device and what turns it; run() advances it by a number of steps."""

    method = "symmetric"

    def __init__(self, lib, case, field, steps):
        self.lib, self.case, self.steps = lib, case, steps
        self.a = lib.put(field)
        self.prepare()

    def prepare(self):
        self.half = self.lib.put(self.case.operator(0.5).astype(self.case.complex))
        self.full = self.lib.put(self.case.operator(1.0).astype(self.case.complex))
        kind = complex if isinstance(self.lib, Torch) else self.case.complex
        self.minus_c = [kind(self.case.complex(-1j * self.case.angle(s))) for s in range(self.steps)]

    def linear(self, a, h):
        return self.lib.ifft(self.lib.fft(a) * h)

    def rotate(self, a, s):
        return a * self.lib.exp(self.minus_c[s] * self.lib.power(a))

    def advance(self, a):
        a = self.linear(a, self.half)
        for s in range(self.steps):
            a = self.linear(self.rotate(a, s), self.half if s == self.steps - 1 else self.full)
        return a

    def run(self):
        self.a = self.advance(self.a)
        self.lib.sync()

    def load(self, field):
        self.a = self.lib.put(field)

    def output(self):
        return self.lib.get(self.a)


class SinCos(Loop):
    """One buffer for phases and one for their turns; everything in place."""

    def prepare(self):
        super().prepare()
        self.turn = np.empty((self.a.shape[0], 1, self.case.samples), self.case.complex)

    def linear(self, a, h):
        a = self.lib.fft_in_place(a)
        a *= h
        return self.lib.ifft_in_place(a)

    def rotate(self, a, s):
        phase = self.lib.power(a)
        phase *= self.case.real(self.minus_c[s].imag)
        np.cos(phase, out=self.turn.real)
        np.sin(phase, out=self.turn.imag)
        a *= self.turn
        return a


class SinCosTorch(Loop):
    """Sines and cosines of real numbers, products in place."""

    def linear(self, a, h):
        return self.lib.ifft(self.lib.fft(a).mul_(h))

    def rotate(self, a, s):
        phase = self.lib.power(a).mul_(self.minus_c[s].imag)
        return a.mul_(self.lib.torch.complex(phase.cos(), phase.sin()))


class FusedCupy(Loop):
    """No scaling pass (1/N in H), transforms in place, the rotation in one kernel."""

    def prepare(self):
        super().prepare()
        scale = self.case.real(1.0 / self.case.samples)
        self.half, self.full = self.half * scale, self.full * scale

    def linear(self, a, h):
        a = self.lib.fft_in_place(a)
        a *= h
        return self.lib.ifft_unscaled(a)

    def rotate(self, a, s):
        if self.case.modes == 1:
            return self.lib.rotate_scalar(a, self.minus_c[s])
        return self.lib.rotate(a, self.lib.power(a), self.minus_c[s])


class CompiledTorch(Loop):
    """The rotation on pairs of real numbers, compiled: complex numbers are not fused by the compiler."""

    def prepare(self):
        super().prepare()
        torch, c = self.lib.torch, self.case.angle(0)
        if any(other != self.minus_c[0] for other in self.minus_c):
            raise peer_server.Refused("the compiled rotation has one angle for all steps")

        def rotate(x):
            power = x.square().sum(dim=(1, -1), keepdim=True).squeeze(-1)
            cos, sin = torch.cos(c * power), torch.sin(c * power)
            re, im = x[..., 0], x[..., 1]
            return torch.stack((re * cos + im * sin, im * cos - re * sin), dim=-1)

        self.compiled = torch.compile(rotate, dynamic=False)

    def rotate(self, a, s):
        return self.lib.torch.view_as_complex(self.compiled(self.lib.torch.view_as_real(a)))


class GraphTorch(Loop):
    """All steps of a run captured once and replayed."""

    def prepare(self):
        super().prepare()
        torch = self.lib.torch
        start = self.a.clone()
        stream = torch.cuda.Stream()
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            self.a.copy_(self.advance(self.a))  # plans and memory before the capture
        torch.cuda.current_stream().wait_stream(stream)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self.a.copy_(self.advance(self.a))
        self.a.copy_(start)

    def run(self):
        self.graph.replay()
        self.lib.sync()

    def load(self, field):
        self.a.copy_(self.lib.put(field))


class Lkb(Loop):
    """D(h), then the rotation: first order."""

    method = "Lie, first order"

    def prepare(self):
        super().prepare()
        if isinstance(self.lib, Cupy):
            self.full = self.full * self.case.real(1.0 / self.case.samples)

    def advance(self, a):
        lib = self.lib
        for s in range(self.steps):
            if isinstance(lib, Cupy):
                a = lib.fft_in_place(a)
                a *= self.full
                a = lib.ifft_unscaled(a)
                power = lib.power(a)
                a = lib.rotate(a, power, self.minus_c[s])
            else:
                a = lib.fft(a)
                a *= self.full
                a = lib.ifft(a)
                power = lib.power(a)
                a *= lib.exp(self.minus_c[s] * power)
        return a


class Sionna(Loop):
    """The dispersion anew in every step, at the shape of the batch."""

    def prepare(self):
        super().prepare()
        shifted = np.fft.fftshift(self.case.beta).astype(self.case.real)
        self.beta = self.lib.put(shifted)
        self.zeros = self.lib.put(np.zeros(self.a.shape, self.case.real))
        self.window = self.lib.put(np.ones(self.case.samples, self.case.complex))
        minus_j = self.case.complex(-1j)
        self.minus_j = complex(minus_j) if isinstance(self.lib, Torch) else minus_j

    def linear(self, a, length):
        h = self.lib.exp(self.minus_j * (self.zeros + self.beta * length))
        return self.lib.ifft(self.lib.fft(a) * self.lib.fftshift(h))

    def advance(self, a):
        a = self.linear(a, self.case.real(0.5).item())
        for s in range(self.steps):
            a = self.rotate(a, s)
            a = self.linear(a, 0.5 if s == self.steps - 1 else 1.0)
            a = a * self.window
        return a


PEERS = {
    "numpy": ("numpy", Loop, "exp loop"),
    "numpy-sincos": ("numpy", SinCos, "sin/cos loop in place"),
    "scipy": ("scipy", Loop, "exp loop"),
    "scipy-sincos": ("scipy", SinCos, "sin/cos loop in place"),
    "cupy": ("cupy", Loop, "cuFFT loop"),
    "cupy-fused": ("cupy", FusedCupy, "cuFFT in place, fused rotation"),
    "torch": ("torch", Loop, "exp loop"),
    "torch-sincos": ("torch", SinCosTorch, "sin/cos loop"),
    "torch-compile": ("torch", CompiledTorch, "compiled rotation"),
    "torch-graph": ("torch", GraphTorch, "CUDA graph of all steps"),
    "lkb": ("any", Lkb, "LKB-style loop"),
    "sionna": ("any", Sionna, "Sionna-style loop")}


# --- measuring -------------------------------------------------------------------------------------------------------

def say(*words):
    print(*words, file=sys.stderr, flush=True)


FAMILIES = {"numpy": ["numpy", "scipy"], "torch": ["torch"], "cupy": ["cupy"]}  # what a process holds: they disturb each other


def libraries(where, wanted=("numpy", "scipy", "cupy", "torch"), threads=None, missing=say):
    """What is installed and works here: name -> library."""
    makers = {
        "numpy": Numpy, "scipy": lambda: Scipy(threads or 1), "cupy": Cupy, "torch": lambda: Torch(where, threads)}
    found = {}
    for name in wanted:
        if name == "cupy" and where == "cpu":
            continue
        try:
            found[name] = makers[name]()
        except Exception as e:  # a missing module, library, driver or device: all mean that it is not here
            missing(f"{name} is left out: {peer_server.one_line(e)}")
    return found


def contenders(names, found):
    """Chosen peers with their libraries; what cannot run here is named."""
    cuda = "cupy" in found or getattr(found.get("torch"), "cuda", False)
    on_cuda = found.get("cupy") or (found["torch"] if cuda else None)
    if names == ["auto"]:
        host = ("numpy", "scipy")
        names = [n for n in PEERS if not (cuda and n.startswith(host)) and not (n in ("torch-compile", "torch-graph") and not cuda)]
    chosen = []
    for name in names:
        needs, loop, detail = PEERS[name]
        lib = (on_cuda or found.get("torch") or found["numpy"]) if needs == "any" else found.get(needs)
        if lib is None:
            say(f"{name} is left out: it needs {needs}")
        elif loop is GraphTorch and not lib.cuda:
            say("torch-graph is left out: it needs CUDA")
        else:
            chosen.append((name, lib, loop, detail))
    return chosen


def run_steps(case, asked):
    return asked or int(min(400, max(10, 4e6 // (case.samples * case.batch * case.modes))))


def error_of(case, lib, loop, steps):
    field = case.input(1)
    expected = reference(case, field, steps)
    peer = loop(lib, case, field, steps)
    peer.run()
    return float(np.linalg.norm(peer.output() - expected) / np.linalg.norm(expected))


def turn(peer, seconds):
    """Time of one step [s]."""
    runs, start = 0, time.perf_counter()
    while True:
        peer.run()
        runs += 1
        passed = time.perf_counter() - start
        if passed >= seconds:
            return passed / runs / peer.steps


def measure(case, peers, options):
    say(f"{case.model}, N = {case.samples}, batch {case.batch}, {case.precision}")
    error_steps = int(min(20, max(2, 2e6 // case.samples)))
    steps = run_steps(case, options.steps)
    ready = []
    for name, lib, loop, detail in peers:
        try:
            error = error_of(case, lib, loop, error_steps)
            ready.append((name, lib, loop, detail, error, loop(lib, case, case.input(), steps), []))
        except Exception as e:  # out of memory, a compiler that is missing: the other peers go on
            say(f"left out: peer {name}: {type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}")
    for number in range(-2, options.turns):
        for _, _, _, _, _, peer, times in ready:
            seconds = turn(peer, options.turn)
            if number >= 0:
                times.append(seconds)
    return [row(case, error_steps, *one) for one in ready]


def row(case, error_steps, name, lib, loop, detail, error, peer, times):
    step = sorted(times)[len(times) // 2]
    values = dict.fromkeys(COLUMNS)
    values.update(
        contender="peer " + name, detail=f"{lib.device}, {lib.name}, {detail}, {loop.method}", model=case.model,
        modes=case.modes, precision=case.precision, samples=case.samples, batch=case.batch, threads=lib.threads,
        runSteps=peer.steps, step_s=step, stepDeviation_s=statistics.stdev(times) if len(times) > 1 else 0.0,
        samplesPerSecond=case.samples * case.batch * case.modes / step, relativeError=error, errorSteps=error_steps,
        memory_bytes=int(lib.memory()))
    return values


# --- taking turns with lightpath --------------------------------------------------------------------------------------

class Served:
    """A loop on the tables and fields that `lightpath bench fiber` gives."""

    def __init__(self, lib, loop, case, steps):
        self.lib, self.case = lib, case
        self.shape = (case.batch, case.modes, case.samples)
        self.loop = loop(lib, case, np.zeros(self.shape, case.complex), steps)

    def answer(self):
        return {"memory_bytes": int(self.lib.memory())}

    def load(self, file):
        self.loop.load(np.fromfile(file, self.case.complex).reshape(self.shape))

    def run(self):
        self.loop.run()

    def store(self, file):
        self.loop.output().astype(self.case.complex).tofile(file)


class Backend:
    """Loops of one family of libraries; the same case as above, from its numbers."""

    def __init__(self, options):
        self.missing = []
        self.found = libraries(options.device, FAMILIES[options.family], options.threads, self.missing.append)
        if options.device == "cuda" and not self.cuda():
            self.found.clear()
            self.missing.append(f"{options.family} is left out: it sees no CUDA device")

    def cuda(self):
        return "cupy" in self.found or getattr(self.found.get("torch"), "cuda", False)

    def suits(self, needs, loop):
        return needs in self.found and (self.cuda() or loop not in (GraphTorch, CompiledTorch))

    def hello(self):
        """Every family has the loops that suit any library; whom they are taken from is the other side's choice."""
        peers = []
        for name, (needs, loop, detail) in PEERS.items():
            lib = self.found.get(next(iter(self.found), None) if needs == "any" else needs)
            if lib is not None and (needs == "any" or self.suits(needs, loop)):
                peers.append({
                    "name": name, "detail": f"{lib.device}, {lib.name}, {detail}, {loop.method}", "threads": lib.threads,
                    "onHost": lib.device == "host"})
        return {"peers": peers, "missing": self.missing, "notes": []}

    def prepare(self, request):
        case = request["case"]
        needs, loop, _ = PEERS[request["peer"]]
        lib = self.found[next(iter(self.found)) if needs == "any" else needs]
        beta, angles = (np.fromfile(request["files"][each], np.float64) for each in ("phase", "angles"))
        made = Case(case["model"], case["samples"], case["batch"], case["precision"], beta=beta, angles=angles)
        return Served(lib, loop, made, len(angles))


def conditions(found, commit):
    return {
        "record": "bench fiber peers", "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "commit": commit, "devices": [{"library": lib.name, "device": lib.device} for lib in found.values()],
        "python": platform.python_version(), "os": platform.platform(), "processors": os.cpu_count(),
        "command": " ".join(["split_step_peers.py", *sys.argv[1:]])}


def add_serving(parser):
    parser.add_argument("--serve", action="store_true", help="take turns with lightpath: requests on the standard input")
    parser.add_argument("--family", choices=FAMILIES, default="numpy", help="with --serve: libraries of this process")
    if not any(action.dest == "threads" for action in parser._actions):
        parser.add_argument("--threads", type=int, help="host threads of SciPy's workers and of PyTorch")


def arguments():
    def split(kind):
        return lambda text: [kind(part) for part in text.split(",")]

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=split(str), default=["auto"], help="names, or auto: all that suit this machine")
    parser.add_argument("--model", type=split(str), default=["scalar"], help="scalar, manakov")
    parser.add_argument("--samples", type=split(int), default=[4096, 65536, 1048576])
    parser.add_argument("--batch", type=split(int), default=[1, 16])
    parser.add_argument("--precision", type=split(str), default=["single", "double"])
    parser.add_argument("--steps", type=int, default=0, help="steps of one run (default: 10 to 400)")
    parser.add_argument("--turn", type=float, default=0.3, help="seconds of one turn of one peer")
    parser.add_argument("--turns", type=int, default=5, help="measured turns, after two to warm up")
    parser.add_argument("--device", choices=["auto", "cuda", "cpu"], default="auto")
    parser.add_argument("--input", help="fields to propagate instead of drawn ones: .npy of (batch, modes, samples)")
    parser.add_argument("--record", help="appends the conditions and the rows to a file of JSON lines")
    parser.add_argument("--commit", default="unknown", help="what the record says the rows were made beside")
    add_serving(parser)
    options = parser.parse_args()
    for name, values, known in (
            ("--peers", options.peers, [*PEERS, "auto"]), ("--model", options.model, MODES),
            ("--precision", options.precision, COMPLEX)):
        for value in values:
            if value not in known:
                parser.error(f"{name} {value}: expected one of {', '.join(known)}")
    return options


def main():
    options = arguments()
    if options.serve:
        peer_server.serve(lambda: Backend(options))
        return
    given = None if options.input is None else np.load(options.input).astype(np.complex128)
    found = libraries(options.device, threads=options.threads)
    peers = contenders(options.peers, found)
    rows = []

    def record(lines):
        if options.record:
            with open(options.record, "a", encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in lines)

    record([conditions(found, options.commit)])
    for model in options.model:
        for precision in options.precision:
            for samples in options.samples:
                for batch in options.batch:
                    measured = measure(Case(model, samples, batch, precision, given), peers, options)
                    record(measured)
                    rows += measured
    print("[\n" + ",\n".join("  " + json.dumps(one) for one in rows) + "\n]")


if __name__ == "__main__":
    main()
