using System.Globalization;
using System.Text.RegularExpressions;
using OpenJd.Model.Schemas;

namespace OpenJd.Model.Reading;

/// <summary>
/// Names and values of host capabilities once resolved. Source: template schemas §3.3.1.1, §3.3.2.1, §3.3.2.2.
/// </summary>
internal static partial class CapabilityRules
{
    public const int MaxLength = 100;
    private const string VirtualCpus = "amount.worker.vcpu";
    private const string IdentifierText = "[A-Za-z_][A-Za-z0-9_]*";
    private const string ValueText = "[A-Za-z_][A-Za-z0-9_-]*";

    /// <summary>The form of an amount's name.</summary>
    public static readonly TextPattern AmountName = NamePattern("[Aa][Mm][Oo][Uu][Nn][Tt]");

    /// <summary>The form of an attribute's name.</summary>
    public static readonly TextPattern AttributeName = NamePattern("[Aa][Tt][Tt][Rr]");

    /// <summary>The form of an attribute's value.</summary>
    public static readonly TextPattern AttributeValue = new(
        Value(), ValueText, "may hold letters a to z, digits, underscores and hyphens");

    private static readonly string[] ReservedScopes = ["worker", "job", "step", "task"];

    private static readonly string[] StandardAmounts =
    [
        VirtualCpus,
        "amount.worker.memory",
        "amount.worker.gpu",
        "amount.worker.gpu.memory",
        "amount.worker.disk.scratch",
    ];

    private static readonly Dictionary<string, string[]> StandardAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["attr.worker.os.family"] = ["linux", "windows", "macos"],
        ["attr.worker.cpu.arch"] = ["x86_64", "arm64"],
    };

    /// <summary>What is wrong with an amount, or null. Source: template schemas §3.3.1.</summary>
    public static string? AmountFault(NumberSchema schema, string text)
    {
        if (decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && (value > schema.Min || (!schema.IsAboveMin && value == schema.Min)))
        {
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{schema.What} cannot be {text}: it is a number {(schema.IsAboveMin ? "above 0" : "of 0 or more")}, "
                + $"at most {schema.Max}.");
    }

    /// <summary>
    /// What an amount's minimum is where it is left out, or null for none but 0. Source: the table of §3.3.1.1.
    /// </summary>
    public static decimal? LeastOf(string name) =>
        name.Equals(VirtualCpus, StringComparison.OrdinalIgnoreCase) ? 1 : null;

    public static string? AmountNameFault(string name) => NameFault(name, "amount", StandardAmounts);

    public static string? AttributeNameFault(string name) => NameFault(name, "attr", StandardAttributes.Keys);

    public static string? AttributeValueFault(string capability, string value)
    {
        if (TextRules.LengthFault("A capability's value", value, 1, MaxLength) is { } fault) return fault;
        if (!Value().IsMatch(value))
        {
            return $"The value '{value}' may hold letters a to z, digits, underscores and hyphens, and begins "
                + "with a letter or underscore.";
        }

        return StandardAttributes.TryGetValue(capability, out var allowed)
            && !allowed.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? $"{capability} cannot be '{value}': it is one of {string.Join(", ", allowed)}."
            : null;
    }

    private static TextPattern NamePattern(string kind) => new(
        Name(), $"({IdentifierText}:)?{kind}(\\.{IdentifierText})+", "must be a dotted name");

    private static string? NameFault(string name, string kind, IReadOnlyCollection<string> standard)
    {
        if (TextRules.LengthFault("A capability's name", name, 1, MaxLength) is { } fault) return fault;
        var match = Name().Match(name);
        if (!match.Success || !match.Groups["kind"].Value.Equals(kind, StringComparison.OrdinalIgnoreCase))
        {
            return $"The capability name '{name}' must be '{kind}.' and a dotted name, with a vendor and a colon "
                + "before it if need be.";
        }

        return ReservedScopes.Contains(match.Groups["scope"].Value, StringComparer.OrdinalIgnoreCase)
            && !standard.Contains(name, StringComparer.OrdinalIgnoreCase)
                ? $"The capability name '{name}' is not one of the specification's, and "
                    + $"'{match.Groups["scope"].Value}' is reserved for those."
                : null;
    }

    [GeneratedRegex(
        $@"^({IdentifierText}:)?(?<kind>[A-Za-z]+)\.(?<scope>{IdentifierText})(\.{IdentifierText})*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex($@"^{ValueText}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
