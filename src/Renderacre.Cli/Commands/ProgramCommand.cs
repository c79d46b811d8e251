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
            "renderacre controller", "renderacre controller --bind 0.0.0.0:7878 --insecure --log-dir /srv/jobs/logs"));

    /// <summary>Lays out <c>worker</c>.</summary>
    public static Command CreateWorker() => Create(
        WorkerProgram.Describe(),
        new CommandWithExample(
            "worker", "Runs a worker, the same as farm-worker.",
            "renderacre worker --controller http://farm:7878 --slots 4",
            "renderacre worker --controller http://farm:7878 --label pool=gpu --on-silence stop"));

    private static Command Create(RootCommand program, Command command)
    {
        Copy(program, command, $"renderacre {command.Name}");
        return command;
    }

    private static void Copy(Command from, Command to, string path)
    {
        foreach (var option in from.Options.Where(option => option is not (HelpOption or VersionOption)))
            to.Add(option);
        foreach (var below in from.Subcommands)
        {
            var copy = new CommandWithExample(below.Name, below.Description ?? "", $"{path} {below.Name}");
            Copy(below, copy, $"{path} {below.Name}");
            to.Add(copy);
        }
    }
}
