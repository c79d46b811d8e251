using System.CommandLine;
using Renderacre.Cli.Settings;
using Renderacre.Client;

namespace Renderacre.Cli.Commands;

/// <summary>The options of every command that asks a controller.</summary>
internal sealed class FarmOptions
{
    private const string Table = "table";
    private const string JsonWord = "json";

    /// <summary>Their long names.</summary>
    public static readonly IReadOnlyList<string> Names = ["--controller", "--output", "--profile"];

    private readonly CliHost _host;

    private readonly Option<string?> _controller = new("--controller")
    {
        Description = $"{SettingKey.Controller.Description} {SettingKey.Controller.Origins}",
        HelpName = "URL",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = $"table for people, or json for programs {SettingKey.Output.Origins}",
        HelpName = "table|json",
    };

    private readonly Option<string?> _profile = new("--profile")
    {
        Description = $"Profile of the settings file [environment: {CliSettings.ProfileVariable}]",
        HelpName = "NAME",
    };

    /// <summary>Adds the options to a command.</summary>
    public FarmOptions(CliHost host, Command command)
    {
        _host = host;
        _output.AcceptOnlyFromAmong(Table, JsonWord);
        command.Add(_controller);
        command.Add(_output);
        command.Add(_profile);
    }

    /// <summary>Whether JSON is wanted.</summary>
    /// <exception cref="CliException">The settings ask for something else than table or json.</exception>
    public bool WantsJson(ParseResult parsed)
    {
        var setting = Get(parsed, SettingKey.Output, parsed.GetValue(_output));
        return setting.Value switch
        {
            JsonWord => true,
            Table => false,
            _ => throw CliException.Usage($"{setting.Source} has '{setting.Value}'; {Table} or {JsonWord} is wanted"),
        };
    }

    /// <summary>A client of the controller that is meant.</summary>
    /// <exception cref="CliException">The address is no http or https address.</exception>
    public FarmClient Connect(ParseResult parsed)
    {
        var setting = Get(parsed, SettingKey.Controller, parsed.GetValue(_controller));
        return Uri.TryCreate(setting.Value, UriKind.Absolute, out var controller)
            && controller.Scheme is "http" or "https"
            ? new FarmClient(controller)
            : throw CliException.Usage($"{setting.Source} has '{setting.Value}'; "
                + $"an address such as {SettingKey.Controller.Default} is wanted");
    }

    /// <summary>The value in force of a setting.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="key">The setting.</param>
    /// <param name="flag">What the command's own flag for it gives, or null.</param>
    public Setting Get(ParseResult parsed, SettingKey key, string? flag) =>
        CliSettings.Load(_host, parsed.GetValue(_profile)).Get(key, flag);

    /// <summary>All settings in force.</summary>
    public IReadOnlyList<Setting> All(ParseResult parsed)
    {
        var settings = CliSettings.Load(_host, parsed.GetValue(_profile));
        return
        [
            settings.Get(SettingKey.Controller, parsed.GetValue(_controller)),
            settings.Get(SettingKey.Output, parsed.GetValue(_output)),
            settings.Get(SettingKey.Owner, null), settings.Get(SettingKey.Project, null),
            settings.Get(SettingKey.Queue, null),
        ];
    }
}
