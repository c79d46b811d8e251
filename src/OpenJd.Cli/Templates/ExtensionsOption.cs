using System.CommandLine;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;

namespace OpenJd.Cli.Templates;

/// <summary>The option <c>--extensions</c> of commands for templates.</summary>
internal sealed class ExtensionsOption
{
    private readonly Option<string?> _option = new("--extensions")
    {
        Description = "The extensions that a template may ask for, separated by commas; nothing for none",
        HelpName = "NAME,NAME",
    };

    /// <summary>Adds the option to a command.</summary>
    public ExtensionsOption(Command command) => command.Add(_option);

    /// <summary>What templates may ask for: every extension where the option is not given.</summary>
    /// <exception cref="CliException">A name is no extension's.</exception>
    public TemplateOptions Of(ParseResult parsed)
    {
        if (parsed.GetValue(_option) is not { } given)
            return new TemplateOptions();
        string[] names =
        [
            .. given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => name.ToUpperInvariant()),
        ];
        string[] unknown = [.. names.Except(ExtensionNames.Known, StringComparer.Ordinal)];
        if (unknown.Length == 0)
            return new TemplateOptions { SupportedExtensions = names };
        var known = string.Join(", ", ExtensionNames.Known);
        throw new CliException(
            ExitCode.Failure, $"--extensions: {string.Join(", ", unknown)} is none; there are {known}");
    }
}
