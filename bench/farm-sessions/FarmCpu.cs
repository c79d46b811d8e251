namespace Renderacre.Bench.FarmSessions;

/// <summary>Time on processors of a farm's programs: seconds so far, or milliseconds for each task.</summary>
/// <param name="Controller">Of the controller.</param>
/// <param name="Worker">Of the worker itself.</param>
/// <param name="Hosts">Of the session hosts and their tasks.</param>
internal sealed record FarmCpu(double Controller, double Worker, double Hosts)
{
    /// <summary>All together.</summary>
    public double All => Controller + Worker + Hosts;

    /// <summary>What was taken since an earlier moment.</summary>
    public FarmCpu Since(FarmCpu earlier) =>
        new(Controller - earlier.Controller, Worker - earlier.Worker, Hosts - earlier.Hosts);

    /// <summary>Milliseconds for each task.</summary>
    /// <param name="tasks">How many tasks these seconds were taken for.</param>
    public FarmCpu Each(int tasks) => new(Controller / tasks * 1000, Worker / tasks * 1000, Hosts / tasks * 1000);

    /// <summary>Milliseconds for each task that another job did not have.</summary>
    /// <param name="other">What the other job took.</param>
    /// <param name="tasks">How many tasks more this one has.</param>
    public FarmCpu EachMoreThan(FarmCpu other, int tasks) => Since(other).Each(tasks);

    /// <summary>The same without the tasks themselves and what starting them alone takes.</summary>
    /// <param name="milliseconds">What of the session hosts' time is not the farm's own.</param>
    public FarmCpu Without(double milliseconds) => this with { Hosts = Hosts - milliseconds };
}
