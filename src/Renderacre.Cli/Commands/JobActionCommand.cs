using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary>Commands that do one thing to jobs, such as <c>pause</c>.</summary>
internal static class JobActionCommand
{
    /// <summary>What is done to one job.</summary>
    /// <param name="client">The controller.</param>
    /// <param name="job">The job's id.</param>
    /// <param name="parsed">The command line, for options of the command's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public delegate Task<Job> Act(
        FarmClient client, Guid job, ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>Lays out such a command.</summary>
    /// <param name="host">What it stands in.</param>
    /// <param name="command">The command, which the ids are added to.</param>
    /// <param name="act">What is done to each job.</param>
    /// <param name="tell">What is said of the job after it; null for its state.</param>
    public static Command Create(CliHost host, Command command, Act act, Func<Job, string>? tell = null)
    {
        var ids = JobIds();
        command.Add(ids);
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var jobs = new List<Job>();
            foreach (var id in await FindAsync(client, parsed.GetRequiredValue(ids), token))
                jobs.Add(await act(client, id, parsed, token));
            Print(new Printer(host), jobs, json, tell ?? (job => $"is {Cell.Word(job.State)}"));
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The ids of a command that takes several jobs.</summary>
    public static Argument<string[]> JobIds() => new("ID")
    {
        Description = "Ids of jobs, or their unique starts",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The jobs that ids mean; all are looked up before any is used: a wrong one changes nothing.</summary>
    public static async Task<IReadOnlyList<Guid>> FindAsync(
        FarmClient client, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        foreach (var prefix in ids.Select(id => new IdPrefix(id)).ToList())
            found.Add(await prefix.FindJobAsync(client, cancellationToken));
        return [.. found.Distinct()];
    }

    private static void Print(Printer printer, IReadOnlyList<Job> jobs, bool json, Func<Job, string> tell)
    {
        if (json)
        {
            printer.Json(jobs);
            return;
        }

        foreach (var job in jobs)
        {
            printer.Line($"{job.Name} ({job.Id}) {tell(job)}");
            printer.Warnings(job);
        }
    }
}
