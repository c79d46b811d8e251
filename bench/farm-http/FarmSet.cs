using System.Diagnostics;
using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;

namespace Renderacre.Bench.FarmHttp;

/// <summary>Controllers of one shape with different numbers of waiting units, measured in turns.</summary>
internal sealed class FarmSet : IDisposable
{
    private readonly List<Farm> _farms = [];

    public async Task AddAsync(
        Controller controller, int size, Func<int, IEnumerable<JobSubmit>> jobs,
        IReadOnlyDictionary<string, string> labels)
    {
        var farm = new Farm(controller, size, jobs, await controller.RegisterAsync(labels));
        _farms.Add(farm);
        await farm.SubmitAsync();
    }

    /// <summary>
    /// Leases and completes at each farm in turn, so that a machine that slows down slows all of them.
    /// </summary>
    public async Task RunAsync(int pairs)
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            // To and fro, and each first as often as last: what one leaves in caches and on the disk another pays for.
            int step = pair % 2 == 0 ? 1 : _farms.Count - 1;
            for (int turn = 0; turn < _farms.Count; turn++)
                await _farms[(pair / 2 + turn * step) % _farms.Count].RunPairAsync();
        }
    }

    public void Forget() => _farms.ForEach(farm => farm.Times.Clear());

    public void Report(string name)
    {
        double smallest = Quantile(_farms[0].Times, 0.5);
        foreach (Farm farm in _farms)
        {
            double median = Quantile(farm.Times, 0.5);
            double late = Quantile(farm.Times, 0.99);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {farm.Size:N0} | {median:F2} | {late:F2} | {median / smallest:F2} |"));
        }
    }

    public void Dispose() => _farms.ForEach(farm => farm.Controller.Dispose());

    private static double Quantile(List<double> times, double share) =>
        times.Order().ElementAt((int)(share * (times.Count - 1)));

    private sealed record Farm(
        Controller Controller, int Size, Func<int, IEnumerable<JobSubmit>> Jobs, Guid Worker)
    {
        public List<double> Times { get; } = [];

        public async Task SubmitAsync()
        {
            foreach (JobSubmit job in Jobs(Size))
                await Controller.PostAsync(WirePath.Jobs, job, WireJson.Default.JobSubmit, WireJson.Default.Job);
        }

        public async Task RunPairAsync()
        {
            long start = Stopwatch.GetTimestamp();
            TaskLease? lease = await LeaseAsync();
            if (lease is null)
            {
                await SubmitAsync();
                start = Stopwatch.GetTimestamp();
                lease = await LeaseAsync() ?? throw new InvalidOperationException("nothing to lease after submitting");
            }

            await Controller.PostAsync(
                $"/v1/tasks/{lease.Task.Id}/complete",
                new TaskComplete { WorkerId = Worker, LeaseToken = lease.LeaseToken, ExitCode = 0 },
                WireJson.Default.TaskComplete, WireJson.Default.TaskInfo);
            Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        private Task<TaskLease?> LeaseAsync() =>
            Controller.PostAsync($"/v1/workers/{Worker}/lease", WireJson.Default.TaskLease);
    }
}
