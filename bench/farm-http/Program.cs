using System.Diagnostics;
using System.Globalization;
using Renderacre.Bench.FarmHttp;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;

// What a lease and its completion take over HTTP with SQLite FULL, one after another, by the number of waiting units;
// and what submitting a template takes, by the number of its units. The programs measured are those in RENDERACRE_DIST.
const int Pairs = 1_000;
const int Rounds = 3;
Dictionary<string, string> labels = new() { ["attr.app"] = "app0,app1,app2,app3,app4,app5,app6,app7" };
string dist = Environment.GetEnvironmentVariable("RENDERACRE_DIST")
    ?? throw new InvalidOperationException("RENDERACRE_DIST must name the folder of the published programs");
string program = Path.Combine(dist, OperatingSystem.IsWindows() ? "farm-controller.exe" : "farm-controller");

Console.WriteLine("| shape | waiting | lease + complete, ms (median) | p99 | to the smallest |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
foreach ((string name, int[] sizes, Func<int, IEnumerable<JobSubmit>> jobs) in Shapes.All)
    await ReportPairsAsync(name, sizes, jobs);
await ReportSubmissionAsync();
return;

async Task ReportPairsAsync(string name, int[] sizes, Func<int, IEnumerable<JobSubmit>> jobs)
{
    using var farms = new FarmSet();
    foreach (int size in sizes)
        await farms.AddAsync(Controller.Start(program), size, jobs, labels);
    await farms.RunAsync(100);
    farms.Forget();
    for (int round = 0; round < Rounds; round++)
        await farms.RunAsync(Pairs / Rounds);
    farms.Report(name);
}

async Task ReportSubmissionAsync()
{
    Console.WriteLine();
    Console.WriteLine("| submitting a step of | ms (median) | controller's memory after 50, MB |");
    Console.WriteLine("| --- | --- | --- |");
    foreach (int units in new[] { 1_000, 10_000_000 })
    {
        using Controller controller = Controller.Start(program);
        var times = new List<double>();
        for (int round = 0; round < 60; round++)
        {
            long start = Stopwatch.GetTimestamp();
            JobSubmit job = Shapes.Template("one", units, 0, null);
            await controller.PostAsync(WirePath.Jobs, job, WireJson.Default.JobSubmit, WireJson.Default.Job);
            if (round >= 10)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        double median = times.Order().ElementAt(times.Count / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {units:N0} | {median:F2} | {controller.ResidentBytes / 1e6:F1} |"));
    }
}
