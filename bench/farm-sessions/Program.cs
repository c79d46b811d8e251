using System.Diagnostics;
using System.Globalization;
using Renderacre.Bench.FarmSessions;
using Renderacre.Contracts.Jobs;

// Tasks of `true` in open sessions on a two-slot worker of a real farm, beside a bare posix_spawn loop and xargs, two
// at a time, in the same run; the farm's own processor time for each; and how fast output goes from a task into the
// stored log. The programs measured are those in RENDERACRE_DIST.
const int Tasks = 2_000;
const long LogBytes = 1_000_000_000;
int rounds = args is [string wanted, ..] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 5;
string dist = Environment.GetEnvironmentVariable("RENDERACRE_DIST")
    ?? throw new InvalidOperationException("RENDERACRE_DIST must name the folder of the published programs");

Console.WriteLine(TaskRound.Head);
var measured = new List<TaskRound>();
for (int round = 1; round <= rounds; round++)
{
    measured.Add(await MeasureTasksAsync());
    Console.WriteLine(measured[^1].Row(round.ToString(CultureInfo.InvariantCulture)));
}

Console.WriteLine(TaskRound.MedianRow(measured));
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"yardstick: {measured.Min(each => each.Yardstick):F1} to {measured.Max(each => each.Yardstick):F1} µs"));
if (args is [_, "tasks", ..])
    return;
Console.WriteLine();
await MeasureLogAsync();
return;

async Task<TaskRound> MeasureTasksAsync()
{
    double yardstick = Yardstick.Measure();
    double xargs = SpawnLoop.RunXargs(Tasks);
    using var farm = new RunningFarm(dist);
    await farm.RunAsync(20, "command: \"true\"");
    farm.AwaitHosts();
    SpawnCpu loop = MeasureLoop();
    FarmCpu before = farm.Cpu;
    DateTimeOffset start = DateTimeOffset.UtcNow;
    Job job = await farm.RunAsync(Tasks, "command: \"true\"");
    farm.AwaitHosts();
    FarmCpu each = farm.Cpu.EachSince(before, Tasks);
    loop = loop.Mean(MeasureLoop());
    (DateTimeOffset end, double childSeconds) = await farm.ReadTasksAsync(job);
    return new TaskRound(
        Tasks / (end - start).TotalSeconds, xargs, loop, each.Without(loop.All), childSeconds / Tasks * 1000, yardstick);
}

SpawnCpu MeasureLoop()
{
    (double own, double children) = ProcessTimes.CpuSeconds(Environment.ProcessId);
    double rate = SpawnLoop.Run(Tasks);
    (double ownNow, double childrenNow) = ProcessTimes.CpuSeconds(Environment.ProcessId);
    return new SpawnCpu(rate, (ownNow - own) / Tasks * 1000, (childrenNow - children) / Tasks * 1000);
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
