using System.CommandLine;

namespace OpenJd.Cli.Templates;

/// <summary>The option <c>--output</c> of commands for templates.</summary>
internal sealed class OutputOption
{
    private const string HumanReadable = "human-readable";
    private const string Json = "json";
    private const string Yaml = "yaml";

    private readonly Option<string> _option = new("--output")
    {
        Description = "How the result is written",
        DefaultValueFactory = _ => HumanReadable,
    };

    /// <summary>Adds the option to a command.</summary>
    public OutputOption(Command command)
    {
        _option.AcceptOnlyFromAmong(HumanReadable, Json, Yaml);
        command.Add(_option);
    }

    /// <summary>The format that was asked for.</summary>
    public OutputFormat Of(ParseResult parsed) => parsed.GetValue(_option) switch
    {
        Json => OutputFormat.Json,
        Yaml => OutputFormat.Yaml,
        _ => OutputFormat.HumanReadable,
    };
}
