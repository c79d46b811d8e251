using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre cancel</c>: cancels jobs.</summary>
internal static class CancelCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var ids = new Argument<string[]>("ID")
        {
            Description = "Ids of jobs, or their unique starts",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new CommandWithExample(
            "cancel", "Cancels jobs: their running tasks are ended, the others do not start.",
            "renderacre cancel 3f9a01bc", "renderacre cancel 3f9a01bc 77d2e405 --output json")
        {
            ids,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var jobs = await CancelAsync(client, parsed.GetRequiredValue(ids), token);
            Print(new Printer(host), jobs, farm.WantsJson(parsed));
            return ExitCode.Success;
        });
        return command;
    }

    // All ids are looked up first, so that a wrong one among them cancels nothing.
    private static async Task<IReadOnlyList<Job>> CancelAsync(FarmClient client, string[] ids, CancellationToken token)
    {
        var prefixes = ids.Select(id => new IdPrefix(id)).ToList();
        var found = new List<Guid>();
        foreach (var prefix in prefixes)
            found.Add(await prefix.FindJobAsync(client, token));

        var jobs = new List<Job>();
        foreach (var id in found.Distinct())
            jobs.Add(await client.CancelJobAsync(id, token));
        return jobs;
    }

    private static void Print(Printer printer, IReadOnlyList<Job> jobs, bool json)
    {
        if (json)
        {
            printer.Json(jobs);
            return;
        }

        foreach (var job in jobs)
            printer.Line($"{job.Name} ({job.Id}) is {Cell.Word(job.State)}");
    }
}
