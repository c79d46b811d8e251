using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Workers;

namespace Renderacre.Cli.Commands;

/// <summary>Commands that do one thing to workers, such as <c>workers drain</c>.</summary>
internal static class WorkerOrderCommand
{
    /// <summary>What is done to one worker.</summary>
    /// <param name="client">The controller.</param>
    /// <param name="worker">The worker's id.</param>
    /// <param name="parsed">The command line, for options of the command's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The worker after it.</returns>
    public delegate Task<WorkerInfo> Act(
        FarmClient client, Guid worker, ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>Lays out a command that takes workers out of service, or puts them back.</summary>
    /// <param name="host">What it stands in.</param>
    /// <param name="command">The command, which arguments and options are added to.</param>
    /// <param name="act">What is done to each worker.</param>
    /// <param name="now">Its option to do that at once, or null.</param>
    public static Command CreateOrder(
        CliHost host, Command command, Func<FarmClient, Guid, WorkerOrder, CancellationToken, Task<WorkerInfo>> act,
        Option<bool>? now = null)
    {
        var reason = new Option<string?>("--reason") { Description = "Why, for those who ask", HelpName = "TEXT" };
        command.Add(reason);
        return Create(host, command, (client, worker, parsed, token) => act(client, worker, new WorkerOrder
        {
            Now = now is not null && parsed.GetValue(now) ? true : null,
            By = Environment.UserName,
            Reason = parsed.GetValue(reason),
        }, token));
    }

    /// <summary>Lays out a command that does something to workers.</summary>
    /// <param name="host">What it stands in.</param>
    /// <param name="command">The command, which the workers are added to.</param>
    /// <param name="act">What is done to each worker.</param>
    public static Command Create(CliHost host, Command command, Act act)
    {
        var names = new Argument<string[]>("WORKER")
        {
            Description = "Names of workers, their ids, or unique starts of these",
            Arity = ArgumentArity.OneOrMore,
        };
        command.Add(names);
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            IReadOnlyList<WorkerInfo> all = await client.ListWorkersAsync(token);
            // All are looked up before any is used: a wrong one changes nothing.
            Guid[] ids = [.. parsed.GetRequiredValue(names).SelectMany(name => WorkerRef.Find(all, name)).Distinct()];
            var workers = new List<WorkerInfo>();
            foreach (var id in ids)
                workers.Add(await act(client, id, parsed, token));
            WorkerReport.Print(new Printer(host), workers, json, host.Time.LocalTimeZone);
            return ExitCode.Success;
        });
        return command;
    }
}
