"""Measures the installed package against a live farm and prints a figure a line.

    measure.py WHEEL        with the farm's address in RENDERACRE_URL
"""

import http.client
import os
import platform
import subprocess
import sys
import time
from urllib.parse import urlsplit

import renderacre

ROUNDS = 7

STEP = """\
  - name: Step{0}
    dependencies:
      - dependsOn: Step{1}
    parameterSpace:
      taskParameterDefinitions:
        - name: Frame
          type: INT
          range: 1-{0}
    script:
      actions:
        onRun:
          command: python
          args:
            - -c
            - print("{{{{Task.Param.Frame}}}} {{{{Param.Out}}}}")
          timeout: 60
"""
FIRST = """\
  - name: Step1
    script:
      actions:
        onRun:
          command: python
"""
HEAD = """\
specificationVersion: jobtemplate-2023-09
name: measured
parameterDefinitions:
  - name: Out
    type: STRING
    default: here
steps:
"""
TEMPLATE = HEAD + FIRST + "".join(STEP.format(number, number - 1) for number in range(2, 14))
START = (
    "import time; start = time.perf_counter(); import renderacre; "
    "renderacre.command_job('n', 'e'); print(time.perf_counter() - start)")
MEMORY = (
    "import os\n"
    "def resident(): return int(open('/proc/self/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE')\n"
    "before = resident()\n"
    "import renderacre\n"
    "renderacre.command_job('n', 'e')\n"
    "print((resident() - before) / 1e6)\n")


def best(work, times):
    """Returns the seconds that one call takes, the least of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(times):
            work()
        rounds.append((time.perf_counter() - start) / times)
    return min(rounds)


def in_fresh_process(code):
    """Returns the least of the numbers that a script prints in processes of its own."""
    return min(
        float(subprocess.check_output([sys.executable, "-c", code]).decode()) for _ in range(ROUNDS))


def post(connection, path, body):
    """Sends what submit_job sends."""
    connection.request("POST", path, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read().decode()
    if answer.status != 200:
        raise RuntimeError("the farm answered {}: {}".format(answer.status, text))
    return text


def submit_times(url):
    """Returns the seconds of a submission with http.client, kept alive and connecting each time, and with submit_job.

    The three take turns, so that what the farm does beside them weighs on all alike.
    """
    job = renderacre.command_job("measured", "none", limits=["nobody-defined-this"])
    address = urlsplit(url)
    kept = http.client.HTTPConnection(address.hostname, address.port)

    def connecting():
        connection = http.client.HTTPConnection(address.hostname, address.port)
        post(connection, "/v1/jobs", job.encode())
        connection.close()

    ways = [
        lambda: post(kept, "/v1/jobs", job.encode()), connecting, lambda: renderacre.submit_job(url, job),
    ]
    times = [[] for _ in ways]
    for _ in range(100):
        for way, taken in zip(ways, times):
            start = time.perf_counter()
            way()
            taken.append(time.perf_counter() - start)
    return [sorted(taken)[len(taken) // 2] for taken in times]


def main():
    """Prints the figures."""
    numbers = list(range(1000))
    yardstick = best(lambda: sum(i * i for i in numbers), 500)
    if renderacre.check_template(TEMPLATE):
        raise RuntimeError("the template that is measured has faults")
    kept, connecting, submit = submit_times(os.environ["RENDERACRE_URL"].rstrip("/"))
    check = best(lambda: renderacre.check_template(TEMPLATE), 50)
    print("Python {}, yardstick {:.1f} us".format(platform.python_version(), yardstick * 1e6))
    print("wheel: {:.2f} MB".format(os.path.getsize(sys.argv[1]) / 1e6))
    print("import and first call: {:.1f} ms".format(in_fresh_process(START) * 1e3))
    if os.path.exists("/proc/self/statm"):
        print("memory after import and first call: +{:.1f} MB".format(in_fresh_process(MEMORY)))
    print("command_job: {:.1f} us".format(
        best(lambda: renderacre.command_job("hello", "python", ["-c", "print('hi')"]), 2000) * 1e6))
    print("check_template of {} lines: {:.0f} us, {:.1f} yardsticks".format(
        len(TEMPLATE.splitlines()), check * 1e6, check / yardstick))
    print("submit_job: {:.0f} us".format(submit * 1e6))
    for what, taken in (("kept alive", kept), ("connecting each time", connecting)):
        print("the same with http.client, {}: {:.0f} us, of which submit_job takes {:.2f} times".format(
            what, taken * 1e6, submit / taken))


if __name__ == "__main__":
    main()
