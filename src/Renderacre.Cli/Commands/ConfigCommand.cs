using System.CommandLine;
using Renderacre.Cli.Settings;
using Renderacre.Cli.Tables;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre config</c>: says which settings are in force.</summary>
internal static class ConfigCommand
{
    private static readonly string[] Columns = ["SETTING", "VALUE", "FROM"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host) => new CommandWithExample(
        "config", "Tells of this program's settings. A flag beats the environment, that a profile of the settings "
        + "file, that the rest of the file.",
        "renderacre config show", "renderacre config show --profile studio")
    {
        CreateShow(host),
    };

    private static CommandWithExample CreateShow(CliHost host)
    {
        var command = new CommandWithExample(
            "show", "Shows the settings in force, and where each value comes from.",
            "renderacre config show", "RENDERACRE_PROFILE=studio renderacre config show --output json");
        var farm = new FarmOptions(host, command);
        command.SetAction(parsed =>
        {
            var settings = farm.All(parsed);
            var printer = new Printer(host);
            if (farm.WantsJson(parsed))
            {
                printer.Json(settings, CliJson.Default.IReadOnlyListSetting);
                return ExitCode.Success;
            }

            printer.Table(Columns, settings.Select(one => new[]
            {
                Cell.Of(one.Name), Cell.Of(one.Value), Cell.Of(one.Source),
            }));
            printer.Line($"Settings file: {SettingsFile.PathFor(host) ?? "none"}");
            return ExitCode.Success;
        });
        return command;
    }
}
