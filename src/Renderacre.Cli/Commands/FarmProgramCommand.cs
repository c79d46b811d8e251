using System.CommandLine;
using Renderacre.Cli.Farms;

namespace Renderacre.Cli.Commands;

/// <summary>
/// <c>renderacre controller</c> and <c>renderacre worker</c> as the help shows them; <see cref="FarmPrograms"/> runs
/// them before this command line is read.
/// </summary>
internal static class FarmProgramCommand
{
    /// <summary>Lays out both commands.</summary>
    public static IEnumerable<Command> All() =>
    [
        new CommandWithExample(
            FarmPrograms.ControllerVerb, "Runs the controller; takes what farm-controller takes.",
            "renderacre controller --bind 127.0.0.1:7878 --sqlite-path farm.sqlite3"),
        new CommandWithExample(
            FarmPrograms.WorkerVerb, "Runs a worker; takes what farm-worker takes.",
            "renderacre worker --controller http://127.0.0.1:7878 --slots 4"),
    ];
}
