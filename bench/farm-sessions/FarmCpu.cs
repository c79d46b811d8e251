namespace Renderacre.Bench.FarmSessions;

/// <summary>Time on processors of a farm's programs: seconds so far, or milliseconds for each task.</summary>
/// <param name="Controller">Of the controller.</param>
/// <param name="Worker">Of the worker itself.</param>
/// <param name="Hosts">Of the session hosts and their tasks.</param>
internal sealed record FarmCpu(double Controller, double Worker, double Hosts)
{
    /// <summary>All together.</summary>
    public double All => Controller + Worker + Hosts;

    /// <summary>Milliseconds for each task since an earlier moment.</summary>
    /// <param name="earlier">The earlier moment, in seconds.</param>
    /// <param name="tasks">How many tasks.</param>
    public FarmCpu EachSince(FarmCpu earlier, int tasks) => new(
        (Controller - earlier.Controller) / tasks * 1000,
        (Worker - earlier.Worker) / tasks * 1000,
        (Hosts - earlier.Hosts) / tasks * 1000);

    /// <summary>The same without the tasks themselves and what starting them alone takes.</summary>
    /// <param name="milliseconds">What of the session hosts' time is not the farm's own.</param>
    public FarmCpu Without(double milliseconds) => this with { Hosts = Hosts - milliseconds };
}
