using System.Diagnostics;
using System.Globalization;
using Renderacre.Bench.FarmSessions;
using Renderacre.Contracts.Jobs;

// Tasks of `true` in open sessions on a two-slot worker of a real farm, beside a bare posix_spawn loop and xargs, two
// at a time, in the same run; the farm's own processor time for each; and how fast output goes from a task into the
// stored log. The programs measured are those in RENDERACRE_DIST.
const int Tasks = 2_000;
const int Rounds = 5;
const long LogBytes = 1_000_000_000;
string dist = Environment.GetEnvironmentVariable("RENDERACRE_DIST")
    ?? throw new InvalidOperationException("RENDERACRE_DIST must name the folder of the published programs");

Console.WriteLine("| round | farm, tasks/s | posix_spawn loop/s | xargs/s | farm : loop | farm's own CPU, ms a task | "
    + "of it controller, worker, hosts |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
for (int round = 1; round <= Rounds; round++)
    await MeasureTasksAsync(round);
Console.WriteLine();
await MeasureLogAsync();
return;

async Task MeasureTasksAsync(int round)
{
    (double loopBefore, double bareBefore) = MeasureLoop();
    double xargs = SpawnLoop.RunXargs(Tasks);
    using var farm = new RunningFarm(dist);
    await farm.RunAsync(20, "command: \"true\"");
    farm.AwaitHosts();
    FarmCpu before = farm.Cpu;
    long start = Stopwatch.GetTimestamp();
    await farm.RunAsync(Tasks, "command: \"true\"");
    double rate = Tasks / Stopwatch.GetElapsedTime(start).TotalSeconds;
    farm.AwaitHosts();
    FarmCpu now = farm.Cpu;
    // The machine's speed drifts: the loop runs on both sides of the farm.
    (double loopAfter, double bareAfter) = MeasureLoop();
    double loop = (loopBefore + loopAfter) / 2;
    FarmCpu each = now.EachSince(before, (bareBefore + bareAfter) / 2, Tasks);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {round} | {rate:F0} | {loop:F0} | {xargs:F0} | {rate / loop:F2} | "
        + $"{each.All:F2} | {each.Controller:F2}, {each.Worker:F2}, {each.Hosts:F2} |"));
}

(double Rate, double CpuSeconds) MeasureLoop()
{
    (double own, double children) = ProcessTimes.CpuSeconds(Environment.ProcessId);
    double rate = SpawnLoop.Run(Tasks);
    (double ownNow, double childrenNow) = ProcessTimes.CpuSeconds(Environment.ProcessId);
    return (rate, ownNow - own + childrenNow - children);
}

async Task MeasureLogAsync()
{
    using var farm = new RunningFarm(dist);
    long host = 0;
    long start = Stopwatch.GetTimestamp();
    Job job = await farm.RunAsync(
        1, $"command: sh, args: [-c, \"yes 'a line of output as renderers write them' | head -c {LogBytes}\"]",
        () => host = Math.Max(host, farm.Hosts.Select(ProcessTimes.PeakBytes).DefaultIfEmpty().Max()));
    double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    Console.WriteLine("| shipping a log of | MB/s | most memory: host, worker, controller, MB |");
    Console.WriteLine("| --- | --- | --- |");
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {LogBytes / 1e6:F0} MB ({job.State}) | {LogBytes / seconds / 1e6:F0} | {host / 1e6:F0}, "
        + $"{ProcessTimes.PeakBytes(farm.WorkerId) / 1e6:F0}, {ProcessTimes.PeakBytes(farm.ControllerId) / 1e6:F0} |"));
}
