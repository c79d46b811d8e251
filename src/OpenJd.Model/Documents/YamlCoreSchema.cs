using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace OpenJd.Model.Documents;

/// <summary>
/// What plain scalars are in YAML 1.2's core schema (§10.3.2 there): <c>yes</c> and <c>on</c> are text.
/// </summary>
internal static partial class YamlCoreSchema
{
    // Longer digit strings are no number that any field takes, and reading them costs more than linear time.
    private const int MaxDigits = 400;

    public static ScalarNode Resolve(string text, int line, int column) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new(ScalarKind.Null, text, line, column),
        "true" or "True" or "TRUE" => new(ScalarKind.Boolean, "true", line, column),
        "false" or "False" or "FALSE" => new(ScalarKind.Boolean, "false", line, column),
        _ when MayBeNumber(text) && Number().Match(text) is { Success: true } match =>
            ResolveNumber(match, text, line, column),
        _ => new(ScalarKind.String, text, line, column),
    };

    /// <summary>Most scalars are words, which need not be compared with the pattern.</summary>
    private static bool MayBeNumber(string text) =>
        text[0] is (>= '0' and <= '9') or '+' or '-' or '.' && text.Length <= MaxDigits;

    private static ScalarNode ResolveNumber(Match match, string text, int line, int column)
    {
        if (match.Groups["decimal"].Success) return new(ScalarKind.Integer, text, line, column);
        if (match.Groups["octal"].Success)
            return new(ScalarKind.Integer, Whole(match.Groups["octal"].Value, 3), line, column);
        return match.Groups["hex"].Success
            ? new(ScalarKind.Integer, Whole(match.Groups["hex"].Value, 4), line, column)
            : new(ScalarKind.Float, text, line, column);
    }

    private static string Whole(string digits, int bits) => digits
        .Aggregate(BigInteger.Zero, (value, digit) => (value << bits) + Convert.ToInt32(digit.ToString(), 16))
        .ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:(?<decimal>[-+]?[0-9]+)|0o(?<octal>[0-7]+)|0x(?<hex>[0-9a-fA-F]+)"
        + @"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
