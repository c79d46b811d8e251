using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenJd.Sessions.Output;
using OpenJd.Sessions.Redaction;

namespace OpenJd.Sessions.Directives;

/// <summary>Recognises directives in lines of output.</summary>
public static class DirectiveParser
{
    private const string Progress = "openjd_progress";
    private const string Status = "openjd_status";
    private const string Fail = "openjd_fail";
    private const string SetVariable = "openjd_env";
    private const string RedactedVariable = "openjd_redacted_env";
    private const string UnsetVariable = "openjd_unset_env";
    private const string LogLevel = "openjd_session_runtime_loglevel";

    // A line this long was cut, or nearly: its value would be a part only.
    private const int DirectiveBytesMax = LineSplitter.LineBytesMax - 4;

    /// <summary>Reads a line.</summary>
    /// <param name="content">The line from its start, without its end.</param>
    /// <returns>The directive, or null where the line is ordinary output.</returns>
    public static Directive? Parse(ReadOnlySpan<byte> content)
    {
        // Nearly all output ends here.
        var at = content.IndexOf("openjd_"u8);
        if (at < 0 || content[..at].ContainsAnyExcept((byte)' ', (byte)'\t'))
            return null;
        var text = Encoding.UTF8.GetString(content);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;
        var directive = text[..colon].Trim();
        var concernsVariables = directive is SetVariable or RedactedVariable or UnsetVariable;
        if (!concernsVariables && directive is not (Progress or Status or Fail or LogLevel))
            return null;
        if (content.Length > DirectiveBytesMax)
        {
            return new MalformedDirective(
                $"The line is longer than the {DirectiveBytesMax} bytes that a directive may have.",
                concernsVariables, FailsAction: false, HidesValue: directive == RedactedVariable);
        }

        return text.StartsWith(directive + ": ", StringComparison.Ordinal)
            ? Parse(directive, text[(colon + 2)..])
            : Misspelt(directive, text, concernsVariables);
    }

    /// <summary>Whether a text is a variable's name. Source: template schemas §4.4.1.</summary>
    /// <param name="name">The text.</param>
    public static bool IsVariableName(ReadOnlySpan<char> name)
    {
        const int nameCharactersMax = 256;
        if (name.Length is 0 or > nameCharactersMax || char.IsAsciiDigit(name[0]))
            return false;
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
                return false;
        }

        return true;
    }

    private static Directive Parse(string directive, string value) => directive switch
    {
        Progress => ParseProgress(value),
        Status => new StatusDirective(value),
        Fail => new FailDirective(value),
        LogLevel => ParseLogLevel(value),
        SetVariable => ParseAssignment(value),
        RedactedVariable => ParseAssignment(value) switch
        {
            SetVariableDirective set => new RedactedVariableDirective(set.Name, set.Value),
            MalformedDirective malformed => malformed with { HidesValue = true },
            var other => other,
        },
        _ => IsVariableName(value)
            ? new UnsetVariableDirective(value)
            : new MalformedDirective("Failed to parse environment variable name.", true, false),
    };

    private static Directive ParseProgress(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            ? new ProgressDirective(percent)
            : new MalformedDirective(
                "Progress must be a floating point value between 0.0 and 100.0, inclusive.", false, false);

    private static Directive ParseLogLevel(string value) => value.Trim().ToUpperInvariant() switch
    {
        "DEBUG" => new LogLevelDirective(SessionLogLevel.Debug),
        "INFO" => new LogLevelDirective(SessionLogLevel.Info),
        "WARNING" => new LogLevelDirective(SessionLogLevel.Warning),
        "ERROR" => new LogLevelDirective(SessionLogLevel.Error),
        _ => new MalformedDirective("Unknown log level; known are DEBUG, INFO, WARNING and ERROR.", false, false),
    };

    private static Directive ParseAssignment(string value)
    {
        var assignment = value.StartsWith('"') ? ReadJsonString(value) : value;
        var equals = assignment?.IndexOf('=', StringComparison.Ordinal) ?? -1;
        return equals >= 0 && IsVariableName(assignment.AsSpan(0, equals)) && !assignment!.Contains('\0')
            ? new SetVariableDirective(assignment[..equals], assignment[(equals + 1)..])
            : new MalformedDirective("Failed to parse environment variable assignment.", true, false);
    }

    // No name starts with a quotation mark, so that a JSON string can stand for a value with line ends, as it does for
    // the existing implementations.
    private static string? ReadJsonString(string value)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value));
            return reader.Read() && reader.TokenType == JsonTokenType.String && reader.GetString() is var text
                && !reader.Read() ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Whoever indents the directive or leaves out the space wanted a variable that later actions would miss.
    private static MalformedDirective? Misspelt(string directive, string text, bool concernsVariables)
    {
        if (!concernsVariables)
            return null;
        var command = directive["openjd_".Length..];
        var isSecret = directive == RedactedVariable;
        var shown = isSecret ? $"{directive}: {Redactor.Mask}" : text;
        return new MalformedDirective(
            $"Open Job Description: Incorrectly formatted openjd {command} command ({shown})", true,
            FailsAction: true, HidesValue: isSecret);
    }
}
