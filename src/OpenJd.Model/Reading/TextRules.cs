using System.Globalization;
using System.Text.RegularExpressions;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Lengths and characters of the specification's kinds of text. A character is a code point.</summary>
internal static partial class TextRules
{
    public const int MaxJobNameLength = 128;
    public const int MaxNameLength = 64;
    public const int MaxDescriptionLength = 2048;
    public const int MaxStringValueLength = 1024;

    public static int Length(string text)
    {
        var pairs = 0;
        foreach (var character in text)
        {
            if (char.IsLowSurrogate(character)) pairs++;
        }

        return text.Length - pairs;
    }

    /// <summary>What is wrong with a text's length, or null.</summary>
    public static string? LengthFault(string what, string text, long min, long max)
    {
        var length = Length(text);
        if (length == 0 && min > 0) return $"{what} cannot be empty.";
        var counted = length == 1 ? "1 character" : $"{length} characters";
        if (length < min) return $"{what} has {counted}; {min} are the fewest.";
        return length > max ? $"{what} has {counted}; {max} are the most." : null;
    }

    /// <summary>What is wrong with a text's characters, or null: no control characters but the ones excepted.</summary>
    public static string? ControlFault(string what, string text, string except = "")
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && !except.Contains(character, StringComparison.Ordinal))
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"{what} cannot hold the control character U+{(int)character:X4}.");
            }
        }

        return null;
    }

    /// <summary>Source: template schemas §7.1.</summary>
    public static string? ReadIdentifier(Field field, string what)
    {
        if (field.Text(what) is not { } text) return null;
        var fault = LengthFault(what, text, 1, MaxNameLength);
        if (fault is null && !Identifier().IsMatch(text))
            fault = $"{what} '{text}' may hold letters a to z, digits and underscores, and cannot begin with a digit.";
        if (fault is not null) field.Error(fault);
        return text;
    }

    /// <summary>A name that people read: §3.1, §4.1, §2.6.</summary>
    public static string? ReadName(Field field, string what) => Checked(field, what, 1, MaxNameLength, "");

    /// <summary>Source: template schemas §7.2.</summary>
    public static string? ReadDescription(Field? field) =>
        field is { } value ? Checked(value, "A description", 1, MaxDescriptionLength, "\n\r\t") : null;

    /// <summary>A format string with its references checked, or null with an error.</summary>
    public static TemplateString? ReadFormat(Field field, string what, SymbolScope scope)
    {
        if (field.Text(what) is not { } text) return null;
        if (!FormatString.TryParse(text, out var format, out var error))
        {
            field.Error(error.Message);
            return null;
        }

        foreach (var reference in format.References)
        {
            if (scope.Fault(reference.Name) is { } fault) field.Error(fault);
        }

        return new TemplateString(format, field.Location);
    }

    private static string? Checked(Field field, string what, int min, int max, string exceptControl)
    {
        if (field.Text(what) is not { } text) return null;
        if ((LengthFault(what, text, min, max) ?? ControlFault(what, text, exceptControl)) is { } fault)
            field.Error(fault);
        return text;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
