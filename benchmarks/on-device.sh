#!/bin/sh
# Conformance, validation and benchmarks on a machine that has a device but no JDK, from the unpacked runtime image:
#
#   tar xf lightpath-VERSION-linux-x86_64.tar.xz && tar xf lightpath-VERSION-linux-x86_64-checks.tar.gz
#   lightpath-VERSION-linux-x86_64/benchmarks/on-device.sh [--out DIR] [--quick | --full] [--only PARTS] [--image DIR]
#
# PARTS: a comma-separated list of devices,conformance,validation,bench,matmul,mesh,peers. --quick takes small sizes, to try the way;
# --full adds the validation cases at their published size. Leaves one folder of records and exits with 1 if a part failed.
#
# OpenCL is looked for and said what was found. Where the loader libOpenCL.so.1 is not installed, a copy in
# $LIGHTPATH_OPENCL_LIB (a file), beside this script or in a CUDA toolkit is used; where NVIDIA's driver library is present
# but no vendor file names it, one is written to a temporary folder. Nothing outside the temporary and the record folder is changed.
set -u
here=$(cd "$(dirname "$0")" && pwd)
image=$(dirname "$here")
out=lightpath-records-$(date -u +%Y%m%dT%H%M%SZ)
size=usual
only=devices,conformance,validation,bench,matmul,mesh,peers
while [ $# -gt 0 ]; do
  case $1 in
    --quick) size=quick ;;
    --full) size=full ;;
    --out) out=$2; shift ;;
    --only) only=$2; shift ;;
    --image) image=$(cd "$2" && pwd) || exit 2; shift ;;
    -h | --help) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "on-device.sh: $1: unknown option; see --help" >&2; exit 2 ;;
  esac
  shift
done
if [ ! -x "$image/runtime/bin/java" ]; then
  echo "on-device.sh: $image is no runtime image: unpack lightpath-*-linux-x86_64.tar.xz and run its benchmarks/on-device.sh," >&2
  echo "or name it with --image." >&2
  exit 2
fi
mkdir -p "$out" && out=$(cd "$out" && pwd) || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
failed=

say() { echo "$*" | tee -a "$out/summary.txt"; }

# The first file of that name the dynamic linker or the usual folders offer.
library() {
  ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
  found=$("$ldconfig" -p 2>/dev/null | sed -n "s|^[[:space:]]*$1 .*=> ||p" | head -n 1)
  if [ -n "$found" ] && [ -e "$found" ]; then
    echo "$found"
    return
  fi
  old_ifs=$IFS
  IFS=:
  for folder in ${LD_LIBRARY_PATH:-} /usr/lib/x86_64-linux-gnu /usr/lib64 /usr/lib /usr/local/lib /usr/local/nvidia/lib64 \
    /usr/local/cuda/lib64 /usr/local/cuda/targets/x86_64-linux/lib /opt/rocm/lib; do
    if [ -e "$folder/$1" ]; then
      echo "$folder/$1"
      break
    fi
  done
  IFS=$old_ifs
}

# Puts a loader where the JVM finds it, if the system's linker does not offer one.
find_loader() {
  loader=$(library libOpenCL.so.1)
  [ -n "$loader" ] || loader=$(library libOpenCL.so)
  for copy in "${LIGHTPATH_OPENCL_LIB:-}" "$here/libOpenCL.so.1" "$here/libOpenCL.so"; do
    [ -z "$loader" ] && [ -n "$copy" ] && [ -e "$copy" ] && loader=$copy
  done
  if [ -z "$loader" ]; then
    say "OpenCL loader: none (libOpenCL.so.1); put a copy beside on-device.sh or name it in LIGHTPATH_OPENCL_LIB"
    return
  fi
  mkdir -p "$scratch/lib"
  ln -sf "$loader" "$scratch/lib/libOpenCL.so.1"
  ln -sf "$loader" "$scratch/lib/libOpenCL.so"
  LD_LIBRARY_PATH=$scratch/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
  export LD_LIBRARY_PATH
  say "OpenCL loader: $(readlink -f "$loader")"
}

# Names NVIDIA's library to the loader where no vendor file does.
find_vendors() {
  vendors=${OCL_ICD_VENDORS:-/etc/OpenCL/vendors}
  nvidia=$(library libnvidia-opencl.so.1)
  say "NVIDIA's OpenCL library: ${nvidia:-none}"
  if [ -n "$nvidia" ] && ! cat "$vendors"/*.icd 2>/dev/null | grep -q nvidia; then
    mkdir -p "$scratch/vendors"
    cp "$vendors"/*.icd "$scratch/vendors/" 2>/dev/null
    echo "$nvidia" >"$scratch/vendors/nvidia.icd"
    vendors=$scratch/vendors
    OCL_ICD_VENDORS=$vendors
    export OCL_ICD_VENDORS
    say "vendor file written: $vendors/nvidia.icd (none named NVIDIA's library)"
  fi
  for icd in "$vendors"/*.icd; do
    [ -e "$icd" ] && say "vendor file: $icd: $(tr '\n' ' ' <"$icd")"
  done
  [ -n "$(ls "$vendors"/*.icd 2>/dev/null)" ] || say "vendor files: none in $vendors"
}

describe_machine() {
  {
    uname -a
    [ -r /etc/os-release ] && . /etc/os-release && echo "${PRETTY_NAME:-}"
    grep -m 1 'model name' /proc/cpuinfo
    grep MemTotal /proc/meminfo
    nproc
    if command -v nvidia-smi >/dev/null; then
      nvidia-smi
      nvidia-smi --query-gpu=name,driver_version,memory.total,clocks.max.sm,clocks.max.memory,power.limit --format=csv
    else
      echo "nvidia-smi: not installed"
    fi
    for node in /dev/nvidia* /dev/dri/* /dev/kfd; do [ -e "$node" ] && echo "$node"; done
    echo "libraries:"
    { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null | grep -iE 'opencl|libcuda|nvrtc|cufft|pocl'
    env | grep -E '^(OCL_|POCL_|CUDA_|NVIDIA_|LD_LIBRARY_PATH)'
  } >"$out/machine.txt" 2>&1
}

wanted() { case ,$only, in *,$1,*) true ;; *) false ;; esac; }

# part NAME COMMAND...: runs in the record folder, keeps the output, goes on after a failure.
part() {
  name=$1
  shift
  begin=$(date +%s)
  (cd "$out" && "$@") >"$out/$name.txt" 2>"$out/$name.err"
  code=$?
  [ -s "$out/$name.err" ] || rm -f "$out/$name.err"
  if [ $code -eq 0 ]; then
    say "$name: done in $(($(date +%s) - begin)) s $(tail -n 1 "$out/$name.txt" | grep passed)"
  else
    failed="$failed $name"
    reason=$(tail -n 1 "$out/$name.txt" | grep passed || tail -n 1 "$out/$name.err" 2>/dev/null | cut -c 1-200)
    say "$name: FAILED with exit code $code after $(($(date +%s) - begin)) s: $reason"
  fi
}

check() {
  if [ ! -x "$image/bin/lightpath-checks" ]; then
    failed="$failed $1"
    say "$1: FAILED: bin/lightpath-checks is missing: unpack lightpath-*-checks.tar.gz over the image"
    return
  fi
  flags="-Dlightpath.require=opencl -Dlightpath.validation.engines=opencl"
  [ $size = full ] && flags="$flags -Dlightpath.validation=full -Dlightpath.allLengths=true"
  classes='.*Test'
  [ $size = quick ] && classes='.*(OpenClLaunchTest|OpenClCostTest|OpenClMatmulTest|OpenClMeshTest|V02SelfPhaseModulationTest|V12NormalDispersionGaussianTest)'
  part "$1" env LIGHTPATH_CHECKS_FLAGS="$flags" "$image/bin/lightpath-checks" "$1" "$1.tsv" "$classes"
}

# Small fields in large batches, large fields in small ones; the same for the engine and for its peers.
cases() {
  if [ $size = quick ]; then
    "$@" --samples 512,32768 --batch 1,3 --precision single --steps 5 --turn 0.02 --turns 2
    return
  fi
  "$@" --samples 4096 --batch 1,1024,16384 --steps 100 --turn 0.1 --turns 5 || return
  "$@" --samples 65536,262144,1048576 --batch 1,16 --steps 100 --turn 0.1 --turns 5
}

# Products from one that fits caches to one that fills the device; the same for the engine and for its peers.
products() {
  if [ $size = quick ]; then
    "$@" --size 64,100x60x300 --precision single --turn 0.02 --turns 2
    return
  fi
  "$@" --size 512,2048,4096 --turn 0.1 --turns 5
}

matmul() {
  products "$image/bin/lightpath" bench matmul --engine opencl --no-peers --record matmul.jsonl
}

# The matrix of a mesh (as many vectors as modes), then many vectors through it.
mesh() {
  if [ $size = quick ]; then
    "$image/bin/lightpath" bench mesh --engine opencl --size 16,64 --precision single --turn 0.02 --turns 2 --record mesh.jsonl
    return
  fi
  "$image/bin/lightpath" bench mesh --engine opencl --size 64,256,512,1024 --turn 0.1 --turns 5 --record mesh.jsonl || return
  "$image/bin/lightpath" bench mesh --engine opencl --size 64,256 --vectors 16384 --turn 0.1 --turns 5 --record mesh.jsonl
}

bench() {
  cases "$image/bin/lightpath" bench fiber --engine opencl --model scalar,manakov --no-peers --record bench.jsonl
}

python() {
  for candidate in "${LIGHTPATH_PYTHON:-}" python3 python; do
    if [ -n "$candidate" ] && "$candidate" -c 'import numpy' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
}

peers() {
  commit=$(cat "$image/COMMIT" 2>/dev/null || echo unknown)
  cases "$1" "$image/benchmarks/peers/split_step_peers.py" --model scalar,manakov --record peers.jsonl --commit "$commit"
}

matmul_peers() {
  commit=$(cat "$image/COMMIT" 2>/dev/null || echo unknown)
  products "$1" "$image/benchmarks/peers/matmul_peers.py" --record matmul-peers.jsonl --commit "$commit"
}

mesh_peers() {
  if [ $size = quick ]; then
    "$1" "$image/benchmarks/peers/mesh_peers.py" --size 16,64 --precision single --turn 0.02 --turns 2 --record mesh-peers.jsonl
    return
  fi
  "$1" "$image/benchmarks/peers/mesh_peers.py" --size 64,256,512,1024 --turn 0.1 --turns 5 --record mesh-peers.jsonl
}

say "$("$image/bin/lightpath" --version 2>/dev/null)"
say "started $(date -u +%Y-%m-%dT%H:%M:%SZ), $size sizes, parts $only"
describe_machine
find_loader
find_vendors
wanted devices && part devices "$image/bin/lightpath" devices --json
"$image/bin/lightpath" devices 2>/dev/null
wanted conformance && check conformance
wanted validation && check validation
wanted bench && part bench bench
wanted matmul && part matmul matmul
wanted mesh && part mesh mesh
if wanted peers; then
  interpreter=$(python)
  if [ -n "$interpreter" ]; then
    part peers peers "$interpreter"
    part matmul-peers matmul_peers "$interpreter"
    part mesh-peers mesh_peers "$interpreter"
  else
    say "peers: left out: no python3 with numpy (LIGHTPATH_PYTHON names another one)"
  fi
fi
say "records: $out"
if [ -n "$failed" ]; then
  say "failed:$failed"
  exit 1
fi
