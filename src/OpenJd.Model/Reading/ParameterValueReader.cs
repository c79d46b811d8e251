using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.Reading;

/// <summary>Makes values of job parameters from nodes. Source: template schemas §2.</summary>
internal static class ParameterValueReader
{
    private static readonly string[] TrueWords = ["true", "yes", "on", "1"];
    private static readonly string[] FalseWords = ["false", "no", "off", "0"];

    /// <summary>The value, or null with what is wrong.</summary>
    public static ExpressionValue? Read(JobParameterType type, DocumentNode node, out string? fault)
    {
        var value = ReadOfAnyLength(type, node, out fault);
        if (value is StringValue or PathValue)
            fault = TextRules.LengthFault("The value", value.Text, 0, TextRules.MaxStringValueLength);
        return fault is null ? value : null;
    }

    /// <summary>The same with texts of any length: §2.11 bounds the texts of lists by constraints only.</summary>
    private static ExpressionValue? ReadOfAnyLength(JobParameterType type, DocumentNode node, out string? fault)
    {
        if (ItemTypeOf(type) is { } itemType) return ReadList(type, itemType, node, out fault);
        var value = node is ScalarNode scalar ? ReadScalar(type, scalar) : null;
        fault = value is null ? Fault(type, node) : null;
        return value;
    }

    /// <summary>
    /// The value of one given at submission, or null with what is wrong. Where a template's own value must be text, a
    /// submission's may be a number too, and a list may be given as JSON text.
    /// </summary>
    public static ExpressionValue? ReadGiven(JobParameterType type, DocumentNode node, out string? fault)
    {
        if (ItemTypeOf(type) is { } itemType)
        {
            var list = node is ScalarNode { Kind: ScalarKind.String } text ? FromJson(text) : node;
            if (list is SequenceNode { Items: var items } && TakesText(itemType))
                list = new SequenceNode([.. items.Select(AsText)], list.Line, list.Column);
            return Read(type, list, out fault);
        }

        return Read(type, TakesText(type) || type == JobParameterType.RangeExpr ? AsText(node) : node, out fault);
    }

    /// <summary>The type of a list's items, or null of what is no list.</summary>
    private static JobParameterType? ItemTypeOf(JobParameterType type) => type switch
    {
        JobParameterType.ListString => JobParameterType.String,
        JobParameterType.ListPath => JobParameterType.Path,
        JobParameterType.ListInt => JobParameterType.Int,
        JobParameterType.ListFloat => JobParameterType.Float,
        JobParameterType.ListBool => JobParameterType.Bool,
        JobParameterType.ListListInt => JobParameterType.ListInt,
        JobParameterType.String or JobParameterType.Path or JobParameterType.Int or JobParameterType.Float
            or JobParameterType.Bool or JobParameterType.RangeExpr => null,
    };

    private static ListValue? ReadList(
        JobParameterType type, JobParameterType itemType, DocumentNode node, out string? fault)
    {
        fault = node is SequenceNode ? null : Fault(type, node);
        if (node is not SequenceNode sequence) return null;
        var values = new List<ExpressionValue>(sequence.Items.Count);
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            var value = ReadItem(itemType, sequence.Items[i], out var itemFault);
            if (value is not null) values.Add(value);
            else fault ??= $"Item {i}: {itemFault}";
        }

        return fault is null ? new ListValue(ElementTypeOf(itemType), values) : null;
    }

    /// <summary>Numbers of a list are numbers in the document too, and none of them keeps its spelling.</summary>
    private static ExpressionValue? ReadItem(JobParameterType type, DocumentNode node, out string? fault)
    {
        var isNumber = type is JobParameterType.Int or JobParameterType.Float;
        if (isNumber && node is ScalarNode { Kind: ScalarKind.String })
        {
            fault = $"The value must be {Wanted(type)}, not {node.Description}.";
            return null;
        }

        var value = ReadOfAnyLength(type, node, out fault);
        return value is FloatValue number ? new FloatValue(number.Value) : value;
    }

    private static ExpressionType ElementTypeOf(JobParameterType type) => type switch
    {
        JobParameterType.String => ExpressionType.String,
        JobParameterType.Path => ExpressionType.Path,
        JobParameterType.Int => ExpressionType.Int,
        JobParameterType.Float => ExpressionType.Float,
        JobParameterType.Bool => ExpressionType.Bool,
        JobParameterType.RangeExpr => ExpressionType.RangeExpression,
        JobParameterType.ListString => ExpressionType.ListOf(ExpressionType.String),
        JobParameterType.ListPath => ExpressionType.ListOf(ExpressionType.Path),
        JobParameterType.ListInt => ExpressionType.ListOf(ExpressionType.Int),
        JobParameterType.ListFloat => ExpressionType.ListOf(ExpressionType.Float),
        JobParameterType.ListBool => ExpressionType.ListOf(ExpressionType.Bool),
        JobParameterType.ListListInt => ExpressionType.ListOf(ExpressionType.ListOf(ExpressionType.Int)),
    };

    private static ExpressionValue? ReadScalar(JobParameterType type, ScalarNode scalar) => (type, scalar.Kind) switch
    {
        (JobParameterType.Bool, not ScalarKind.Null) => ReadBool(scalar),
        (JobParameterType.String, ScalarKind.String) => new StringValue(scalar.Text),
        (JobParameterType.Path, ScalarKind.String) => new PathValue(scalar.Text),
        (JobParameterType.RangeExpr, ScalarKind.String) => ReadRange(scalar.Text),
        (JobParameterType.Int, ScalarKind.String or ScalarKind.Integer) => IntValue.TryParse(scalar.Text),
        (JobParameterType.Float, ScalarKind.String or ScalarKind.Integer or ScalarKind.Float) => ReadFloat(scalar.Text),
        _ => null,
    };

    /// <summary>Source: template schemas §2.9.</summary>
    private static BoolValue? ReadBool(ScalarNode scalar)
    {
        if (scalar.Kind is ScalarKind.Integer or ScalarKind.Float)
        {
            return FloatValue.TryParse(scalar.Text)?.Value switch
            {
                1 => new BoolValue(true),
                0 => new BoolValue(false),
                _ => null,
            };
        }

        if (TrueWords.Contains(scalar.Text, StringComparer.OrdinalIgnoreCase)) return new BoolValue(true);
        return FalseWords.Contains(scalar.Text, StringComparer.OrdinalIgnoreCase) ? new BoolValue(false) : null;
    }

    /// <summary>A number keeps its spelling, but for the sign of a zero (expression language §1.3.4).</summary>
    private static FloatValue? ReadFloat(string text) => FloatValue.TryParse(text) switch
    {
        { Value: 0 } when text.Contains('-', StringComparison.Ordinal) => new FloatValue(0),
        var number => number,
    };

    /// <summary>A range keeps its spelling, whose length counts (§2.10).</summary>
    private static RangeValue? ReadRange(string text)
    {
        try
        {
            return new RangeValue(RangeExpression.Parse(text)) { Spelling = text };
        }
        catch (ExpressionException)
        {
            return null;
        }
    }

    private static bool TakesText(JobParameterType type) => type is JobParameterType.String or JobParameterType.Path;

    private static DocumentNode AsText(DocumentNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Integer } number => number with { Kind = ScalarKind.String },
        ScalarNode { Kind: ScalarKind.Float } number when FloatValue.TryParse(number.Text) is { } value =>
            number with { Kind = ScalarKind.String, Text = new FloatValue(value.Value).Text },
        _ => node,
    };

    private static DocumentNode FromJson(ScalarNode text)
    {
        try
        {
            return new JsonDocumentReader(text.Text).Read();
        }
        catch (DocumentException)
        {
            return text;
        }
    }

    private static string Fault(JobParameterType type, DocumentNode node) =>
        node is ScalarNode scalar && Fits(type, scalar.Kind)
            ? $"The value '{scalar.Text}' is not {Wanted(type)}."
            : $"The value must be {Wanted(type)}, not {node.Description}.";

    private static bool Fits(JobParameterType type, ScalarKind kind) => kind switch
    {
        ScalarKind.String => ItemTypeOf(type) is null,
        ScalarKind.Integer => type is JobParameterType.Int or JobParameterType.Float or JobParameterType.Bool,
        ScalarKind.Float => type is JobParameterType.Float or JobParameterType.Bool,
        ScalarKind.Null or ScalarKind.Boolean => false,
    };

    private static string Wanted(JobParameterType type) => type switch
    {
        JobParameterType.String => "text",
        JobParameterType.Path => "a path as text",
        JobParameterType.Int => "a whole number of 64 bits",
        JobParameterType.Float => "a finite decimal number",
        JobParameterType.Bool => "true or false",
        JobParameterType.RangeExpr => "a range of whole numbers such as 1-10:2,20",
        JobParameterType.ListString => "a list of texts",
        JobParameterType.ListPath => "a list of paths as texts",
        JobParameterType.ListInt => "a list of whole numbers of 64 bits",
        JobParameterType.ListFloat => "a list of finite decimal numbers",
        JobParameterType.ListBool => "a list of true and false",
        JobParameterType.ListListInt => "a list of lists of whole numbers of 64 bits",
    };
}
