using System.Globalization;
using OpenJd.Expressions;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>
/// Reads format strings and checks what they refer to and, of expressions, the types. Source: template schemas §7.3,
/// expression language "Progressive Expression Evaluation".
/// </summary>
internal static class FormatReader
{
    private const int MaxShown = 60;

    /// <summary>A format string that resolves to a text, or null with an error.</summary>
    /// <param name="field">Where it stands.</param>
    /// <param name="schema">What the resolved text may be.</param>
    /// <param name="scope">The symbols that it may use.</param>
    /// <param name="target">The type wanted of an expression that is the whole.</param>
    public static TemplateString? Read(Field field, TextSchema schema, SymbolScope scope, ExpressionType target)
    {
        if (field.Text(schema.What) is not { } text || Parse(field, text, scope, target) is not var (format, value))
            return null;
        if (FaultOf(value) is { } fault) field.Error(fault);
        return format;

        string? FaultOf(ExpressionValue value) => value switch
        {
            UnresolvedValue => schema.FaultOfFormat(text, isLiteral: false, field.Context),
            NullValue => null,
            ListValue list => list.Select(FaultOf).FirstOrDefault(fault => fault is not null),
            _ => schema.Fault(value.Text, field.Context),
        };
    }

    /// <summary>A whole number that may be a format string too: its text, or null with an error.</summary>
    public static TemplateString? ReadWholeNumber(
        Field field, NumberSchema schema, SymbolScope scope, ExpressionType target)
    {
        if (field.Node is not ScalarNode { Kind: ScalarKind.String } scalar)
        {
            return field.WholeNumber(schema, takesPoint: true) is { } number
                ? Literal(number.ToString(CultureInfo.InvariantCulture), field)
                : null;
        }

        if (!MayBeText(field, schema)) return null;
        // A text is a number as long as it is one: only an expression that is the whole has a type of its own.
        if (Parse(field, scalar.Text, scope, target) is not var (format, value)) return null;
        return value is UnresolvedValue or NullValue
            || field.WholeNumber(schema, value.Text, takesPoint: false) is not null
            ? format
            : null;
    }

    /// <summary>Whether a number may be text here, with an error where it may not.</summary>
    public static bool MayBeText(Field field, NumberSchema schema)
    {
        if (schema.Text == NumberText.Always) return true;
        if (schema.Text == NumberText.WithFeatureBundle1 && field.Context.HasFeatureBundle1) return true;
        var hint = schema.Text == NumberText.WithFeatureBundle1
            && field.Node is ScalarNode { Kind: ScalarKind.String }
            ? " A number as text needs the extension FEATURE_BUNDLE_1 in the template's 'extensions'."
            : "";
        var kind = schema.IsWhole ? "a whole number" : "a number";
        field.Error($"{schema.What} must be {kind}, not {field.Node.Description}.{hint}");
        return false;
    }

    /// <summary>
    /// A format string and what it evaluates to, unresolved or not, or null with all of its errors.
    /// </summary>
    public static (TemplateString Format, ExpressionValue Value)? Parse(
        Field field, string text, SymbolScope scope, ExpressionType target)
    {
        var syntax = scope.HasExpr ? ExpressionSyntax.Expressions : ExpressionSyntax.PlainNames;
        if (!FormatString.TryParse(text, syntax, out var format, out var error))
        {
            field.Error(error.Reason);
            return null;
        }

        var template = new TemplateString(format, field.Location);
        if (format.IsLiteral) return (template, new StringValue(text));
        if (format.Expressions.Any(one => one.Expression.Text.Contains("}}", StringComparison.Ordinal)))
        {
            // All implementations end an expression at the first braces, in its texts too.
            field.Error("An expression cannot hold '}}', not even in a text: write '}' + '}'.");
            return null;
        }

        if (RefuseUnknown(field, format.References, scope)) return null;
        // Without EXPR all values are texts: there is no type to check.
        if (!scope.HasExpr) return (template, new UnresolvedValue(ExpressionType.String));
        return Evaluate(field, format, scope, target) is { } value ? (template, value) : null;
    }

    /// <summary>A text that stands for itself.</summary>
    public static TemplateString Literal(string text, Field field) => new(FormatString.Parse(text), field.Location);

    /// <summary>Tells of all references to unknown symbols, each once.</summary>
    public static bool RefuseUnknown(Field field, IReadOnlyList<SymbolReference> references, SymbolScope scope)
    {
        HashSet<string>? told = null;
        foreach (var reference in references)
        {
            if (scope.Fault(reference.Name) is { } fault && (told ??= new(StringComparer.Ordinal)).Add(reference.Name))
                field.Error(fault);
        }

        return told is not null;
    }

    /// <summary>The value of an expression, or null with an error.</summary>
    public static ExpressionValue? Evaluate(
        Field field, Expression expression, SymbolScope scope, ExpressionType? target)
    {
        try
        {
            return expression.Evaluate(scope.Symbols, scope.Context, target);
        }
        catch (ExpressionException error)
        {
            field.Error($"{error.Reason} (in '{Shown(expression.Text)}')");
            return null;
        }
    }

    private static ExpressionValue? Evaluate(Field field, FormatString format, SymbolScope scope, ExpressionType target)
    {
        if (format.Segments is [ExpressionSegment only]) return Evaluate(field, only.Expression, scope, target);
        var (isFine, isKnown) = (true, true);
        foreach (var segment in format.Expressions)
        {
            var value = Evaluate(field, segment.Expression, scope, target: null);
            isFine &= value is not null;
            isKnown &= value is not UnresolvedValue;
        }

        if (!isFine) return null;
        if (!isKnown) return new UnresolvedValue(ExpressionType.String);
        try
        {
            return format.Evaluate(scope.Symbols, scope.Context, target: null);
        }
        catch (ExpressionException error)
        {
            field.Error(error.Reason);
            return null;
        }
    }

    private static string Shown(string expression) =>
        expression.Length <= MaxShown ? expression : $"{expression[..MaxShown]}…";
}
