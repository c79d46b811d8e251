using System.Globalization;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>A value in a document, the way to it, and the collector that hears of its faults.</summary>
internal readonly record struct Field(DocumentNode Node, NodePath Path, ErrorCollector Errors)
{
    // Beyond 2^53 a double no longer tells neighbouring whole numbers apart.
    private const double MaxExactFloat = 1L << 53;

    public SourceLocation Location => new(Path, Node.Line, Node.Column);

    public void Error(string message) => Errors.Add(Location, message);

    /// <summary>The text, or null with an error where the value is none.</summary>
    public string? Text(string what)
    {
        if (Node is ScalarNode { Kind: ScalarKind.String } scalar) return scalar.Text;
        Error($"{what} must be text, not {Node.Description}." + (Node is ScalarNode ? " Put it in quotes." : ""));
        return null;
    }

    /// <summary>One of some words, or null with an error.</summary>
    public string? OneOf(string what, IReadOnlyCollection<string> words)
    {
        if (Text(what) is not { } text) return null;
        if (words.Contains(text, StringComparer.Ordinal)) return text;
        Error($"{what} cannot be '{text}': it is one of {string.Join(", ", words)}.{NearestName.Suggest(text, words)}");
        return null;
    }

    /// <summary>A whole number written as such, or null with an error.</summary>
    public long? WholeNumber(string what, long min, long max = long.MaxValue)
    {
        if (Node is not ScalarNode { Kind: ScalarKind.Integer } scalar)
        {
            Error($"{what} must be a whole number, not {Node.Description}.");
            return null;
        }

        if (IntValue.TryParse(scalar.Text) is { } number && number.Value >= min && number.Value <= max)
            return number.Value;
        Error($"{what} cannot be {scalar.Text}: it is a whole number from {min} to {max}.");
        return null;
    }

    /// <summary>
    /// A whole number that may also be written as <c>30.0</c>, or null with an error. All implementations take seconds
    /// in
    /// either form, and lengths (<see cref="WholeNumber"/>) in the first only.
    /// </summary>
    public long? NumberWithoutFraction(string what, long min, long max = long.MaxValue)
    {
        if (Node is not ScalarNode { Kind: ScalarKind.Float } scalar
            || FloatValue.TryParse(scalar.Text) is not { } number
            || !double.IsInteger(number.Value)
            || Math.Abs(number.Value) > MaxExactFloat)
        {
            return WholeNumber(what, min, max);
        }

        var whole = ((long)number.Value).ToString(CultureInfo.InvariantCulture);
        var integer = this with { Node = scalar with { Kind = ScalarKind.Integer, Text = whole } };
        return integer.WholeNumber(what, min, max);
    }

    /// <summary>A boolean, or null with an error.</summary>
    public bool? Boolean(string what)
    {
        if (Node is ScalarNode { Kind: ScalarKind.Boolean } scalar) return scalar.Text == "true";
        Error($"{what} must be true or false, not {Node.Description}.");
        return null;
    }

    /// <summary>The items of a list of a given size, or none with an error.</summary>
    public IReadOnlyList<Field> Items(string what, int min = 1, int max = int.MaxValue)
    {
        if (Node is not SequenceNode sequence)
        {
            Error($"{what} must be a list, not {Node.Description}.");
            return [];
        }

        if (sequence.Items.Count < min) Error($"{what} must have at least {min} element{(min == 1 ? "" : "s")}.");
        if (sequence.Items.Count > max) Error($"{what} has {sequence.Items.Count} elements; {max} are the most.");
        var (path, errors) = (Path, Errors);
        return [.. sequence.Items.Select((item, index) => new Field(item, path.Item(index), errors))];
    }
}
