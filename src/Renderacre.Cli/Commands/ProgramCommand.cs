using System.CommandLine;
using System.CommandLine.Help;
using Renderacre.Controller;
using Renderacre.Worker;

namespace Renderacre.Cli.Commands;

/// <summary>
/// <c>renderacre controller</c> and <c>renderacre worker</c>, as help, completion and the reference see them. What runs
/// them is <see cref="Farms.FarmPrograms"/>, before commands are looked at.
/// </summary>
internal static class ProgramCommand
{
    /// <summary>Lays out <c>controller</c>.</summary>
    public static Command CreateController() => Create(
        ControllerProgram.Describe(),
        new CommandWithExample(
            "controller", "Runs a controller, the same as farm-controller.",
            "renderacre controller", "renderacre controller --bind 0.0.0.0:7878 --insecure --log-dir /srv/farm/logs"));

    /// <summary>Lays out <c>worker</c>.</summary>
    public static Command CreateWorker() => Create(
        WorkerProgram.Describe(),
        new CommandWithExample(
            "worker", "Runs a worker, the same as farm-worker.",
            "renderacre worker --controller http://farm:7878 --slots 4",
            "renderacre worker --controller http://farm:7878 --label pool=gpu --on-silence stop"));

    private static Command Create(RootCommand program, Command command)
    {
        foreach (var option in program.Options.Where(option => option is not (HelpOption or VersionOption)))
            command.Add(option);
        foreach (var below in program.Subcommands)
            command.Add(below);
        return command;
    }
}
