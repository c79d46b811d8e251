namespace Renderacre.Bench.FarmSessions;

/// <summary>Seconds on processors of a farm's programs.</summary>
/// <param name="Controller">Of the controller.</param>
/// <param name="Worker">Of the worker.</param>
/// <param name="Hosts">Of the session hosts and their tasks.</param>
internal sealed record FarmCpu(double Controller, double Worker, double Hosts)
{
    /// <summary>All together.</summary>
    public double All => Controller + Worker + Hosts;

    /// <summary>Milliseconds for each task since an earlier moment.</summary>
    /// <param name="earlier">The earlier moment.</param>
    /// <param name="bareSeconds">What the tasks and starting them alone took, which is not the farm's own.</param>
    /// <param name="tasks">How many tasks.</param>
    public FarmCpu EachSince(FarmCpu earlier, double bareSeconds, int tasks) => new(
        (Controller - earlier.Controller) / tasks * 1000,
        (Worker - earlier.Worker) / tasks * 1000,
        (Hosts - earlier.Hosts - bareSeconds) / tasks * 1000);
}
