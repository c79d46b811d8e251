using System.Globalization;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>A value in a document, the way to it, and what the reading of the document shares.</summary>
internal readonly record struct Field(DocumentNode Node, NodePath Path, ReadingContext Context)
{
    // Beyond 2^53 a double no longer tells neighbouring whole numbers apart.
    private const double MaxExactFloat = 1L << 53;

    public SourceLocation Location => new(Path, Node.Line, Node.Column);

    public void Error(string message) => Context.Errors.Add(Location, message);

    /// <summary>The text, or null with an error where the value is none.</summary>
    public string? Text(string what)
    {
        if (Node is ScalarNode { Kind: ScalarKind.String } scalar) return scalar.Text;
        Error($"{what} must be text, not {Node.Description}." + (Node is ScalarNode ? " Put it in quotes." : ""));
        return null;
    }

    /// <summary>The text, with an error where it is not as the schema says; null where the value is none.</summary>
    public string? Text(TextSchema schema)
    {
        if (Text(schema.What) is not { } text) return null;
        if (schema.Fault(text, Context) is { } fault) Error(fault);
        return text;
    }

    /// <summary>One of some words as the specification spells it, or null with an error.</summary>
    public string? Word(WordSchema schema)
    {
        if (Text(schema.What) is not { } text) return null;
        var comparison = schema.IgnoresCaseWithExpr && Context.HasExpr
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;
        foreach (var word in schema.Words)
        {
            if (word.Equals(text, comparison)) return word;
        }

        Error(
            $"{schema.What} cannot be '{text}': it is one of {string.Join(", ", schema.Words)}."
            + NearestName.Suggest(text, schema.Words));
        return null;
    }

    /// <summary>
    /// A whole number, or null with an error. One may also be written as <c>30.0</c> where
    /// <paramref name="takesPoint"/>: all implementations take seconds in either form, and lengths in the first only.
    /// </summary>
    public long? WholeNumber(NumberSchema schema, bool takesPoint = false)
    {
        if (Node is not ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar
            || (scalar.Kind == ScalarKind.Float && !takesPoint))
        {
            Error($"{schema.What} must be a whole number, not {Node.Description}.");
            return null;
        }

        return WholeNumber(schema, scalar.Text, scalar.Kind == ScalarKind.Float);
    }

    /// <summary>A whole number from its text, or null with an error.</summary>
    public long? WholeNumber(NumberSchema schema, string text, bool takesPoint)
    {
        var number = IntValue.TryParse(text)?.Value ?? (takesPoint ? WholeFloat(text) : null);
        if (number is { } value && value >= schema.Min && value <= schema.Max) return value;
        if (takesPoint && number is null && FloatValue.TryParse(text) is not null)
        {
            Error($"{schema.What} must be a whole number, not {Node.Description}.");
            return null;
        }

        Error(string.Create(
            CultureInfo.InvariantCulture,
            $"{schema.What} cannot be {text}: it is a whole number from {schema.Min} to {schema.Max}."));
        return null;
    }

    /// <summary>A boolean, or null with an error.</summary>
    public bool? Boolean(string what)
    {
        if (Node is ScalarNode { Kind: ScalarKind.Boolean } scalar) return scalar.Text == "true";
        Error($"{what} must be true or false, not {Node.Description}.");
        return null;
    }

    /// <summary>The items of a list of a given size, or none with an error.</summary>
    public IReadOnlyList<Field> Items(ListSchema schema)
    {
        if (Node is not SequenceNode sequence)
        {
            Error($"{schema.What} must be a list, not {Node.Description}.");
            return [];
        }

        var count = sequence.Items.Count;
        var max = Context.HasFeatureBundle1 ? schema.MaxWithFeatureBundle1 : schema.Max;
        if (count < schema.Min)
            Error($"{schema.What} must have at least {schema.Min} element{(schema.Min == 1 ? "" : "s")}.");
        if (count > max) Error($"{schema.What} has {count} elements; {max} are the most.");
        var items = new Field[count];
        for (var i = 0; i < count; i++) items[i] = new Field(sequence.Items[i], Path.Item(i), Context);
        return items;
    }

    private static long? WholeFloat(string text) =>
        FloatValue.TryParse(text) is { } number
        && double.IsInteger(number.Value)
        && Math.Abs(number.Value) <= MaxExactFloat
            ? (long)number.Value
            : null;
}
