using Renderacre.Controller;
using Renderacre.Worker;

namespace Renderacre.Cli.Farms;

/// <summary>
/// The farm's own programs inside this one: <c>renderacre controller …</c> and <c>renderacre worker …</c> take the same
/// arguments as <c>farm-controller</c> and <c>farm-worker</c>, handle signals as they do, and may run on a leash.
/// </summary>
internal static class FarmPrograms
{
    /// <summary>The command of the controller.</summary>
    public const string ControllerVerb = "controller";

    /// <summary>The command of the worker.</summary>
    public const string WorkerVerb = "worker";

    /// <summary>The program that a command line names.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>Runs it to its exit code; null where the command line names none.</returns>
    public static Func<Task<int>>? Find(IReadOnlyList<string> args)
    {
        bool leashed = args.Count > 0 && args[0] == LeashedProgram.Verb;
        string[] rest = [.. args.Skip(leashed ? 1 : 0)];
        if (rest.Length == 0 || rest[0] is not (ControllerVerb or WorkerVerb))
            return null;
        if (!leashed)
            return () => RunAsync(rest, CancellationToken.None);
        return async () =>
        {
            await using Stream leash = Console.OpenStandardInput();
            return await LeashedProgram.RunAsync(stop => RunAsync(rest, stop), leash, CancellationToken.None);
        };
    }

    private static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) => args[0] == ControllerVerb
        ? ControllerProgram.RunAsync(args[1..], cancellationToken)
        : WorkerProgram.RunAsync(args[1..], [WorkerVerb], cancellationToken);
}
