using System.Diagnostics;
using System.Globalization;
using Renderacre.Bench.FarmSessions;
using Renderacre.Contracts.Jobs;

// Tasks of `true` in open sessions on a two-slot worker of a real farm, beside a bare posix_spawn loop and xargs, two
// at a time, in the same run; the farm's own processor time for each; and how fast output goes from a task into the
// stored log. The programs measured are those in RENDERACRE_DIST. Arguments: how many rounds, and the word "tasks" to
// leave the log out.
//
// Own time is all that controller, worker and session hosts take for such a job, from its submission to the hosts' end,
// their children included, less what they take for a job of few tasks, so that the starts of farm and sessions are not
// in it; less the tasks' own processes, as the system tells when they are waited for; and less what starting as many
// takes the bare loop. Beside it stands what comes of taking off the loop's children instead, which have no environment
// and no pipes: the difference of two large numbers, and so less steady.
const int Tasks = 2_000;
const int FewTasks = 20;
const string True = "command: \"true\"";
const long LogBytes = 1_000_000_000;
int rounds = args is [string wanted, ..] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 5;
string dist = Environment.GetEnvironmentVariable("RENDERACRE_DIST")
    ?? throw new InvalidOperationException("RENDERACRE_DIST must name the folder of the published programs");

Console.WriteLine(TaskRound.Head);
_ = SpawnLoop.Run(FewTasks);
var measured = new List<TaskRound>();
for (int round = 1; round <= rounds; round++)
{
    measured.Add(await MeasureTasksAsync());
    Console.WriteLine(measured[^1].Row(round.ToString(CultureInfo.InvariantCulture)));
}

Console.WriteLine(TaskRound.MedianRow(measured));
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
    await farm.MeasureAsync(FewTasks, True);
    (_, FarmCpu few) = await farm.MeasureAsync(FewTasks, True);
    SpawnCpu loop = SpawnLoop.Run(Tasks);
    DateTimeOffset start = DateTimeOffset.UtcNow;
    (Job job, FarmCpu all) = await farm.MeasureAsync(Tasks, True);
    loop = loop.Mean(SpawnLoop.Run(Tasks));
    TaskTimes times = await farm.ReadTasksAsync(job);
    double child = times.ChildSeconds / Tasks * 1000;
    return new TaskRound
    {
        Rate = Tasks / (times.End - start).TotalSeconds,
        OpenRate = Tasks / (times.End - times.Start).TotalSeconds,
        Xargs = xargs,
        Loop = loop,
        Own = all.EachMoreThan(few, Tasks - FewTasks).Without(child + loop.Starting),
        OwnWithSessions = all.Each(Tasks).Without(child + loop.Starting),
        FarmChild = child,
        Yardstick = yardstick,
    };
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
