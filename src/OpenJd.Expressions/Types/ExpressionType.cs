using System.Diagnostics.CodeAnalysis;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Types;

/// <summary>
/// A type of the expression language, in normal form: unions are flat, sorted and without repetition, and
/// <c>unresolved</c> stands outermost. Source: expression language, "ExprType" and §1.2.1.
/// </summary>
public sealed class ExpressionType : IEquatable<ExpressionType>
{
    private readonly ExpressionType[] _parameters;
    private readonly ExpressionType[] _alone;
    private readonly string _text;
    private ExpressionType? _list;
    private ExpressionType? _unresolved;
    private UnresolvedValue? _value;

    internal ExpressionType(ExpressionTypeCode code, string text, params ExpressionType[] parameters)
    {
        (Code, _text, _parameters) = (code, text, parameters);
        _alone = [this];
        HasVariable = code == ExpressionTypeCode.Variable || Array.Exists(parameters, type => type.HasVariable);
    }

    /// <summary>True or false.</summary>
    public static ExpressionType Bool { get; } = new(ExpressionTypeCode.Bool, "bool");

    /// <summary>A whole number of 64 bits.</summary>
    public static ExpressionType Int { get; } = new(ExpressionTypeCode.Int, "int");

    /// <summary>A finite IEEE number of 64 bits.</summary>
    public static ExpressionType Float { get; } = new(ExpressionTypeCode.Float, "float");

    /// <summary>A text.</summary>
    public static ExpressionType String { get; } = new(ExpressionTypeCode.String, "string");

    /// <summary>A path in a file system, or a URI.</summary>
    public static ExpressionType Path { get; } = new(ExpressionTypeCode.Path, "path");

    /// <summary>A range expression.</summary>
    public static ExpressionType RangeExpression { get; } = new(ExpressionTypeCode.RangeExpression, "range_expr");

    /// <summary>The type of <c>null</c>.</summary>
    public static ExpressionType Null { get; } = new(ExpressionTypeCode.Null, "nulltype");

    /// <summary>No constraint.</summary>
    public static ExpressionType Any { get; } = new(ExpressionTypeCode.Any, "any");

    /// <summary>The result of what never returns.</summary>
    public static ExpressionType NoReturn { get; } = new(ExpressionTypeCode.NoReturn, "noreturn");

    /// <summary>The type of <c>[]</c>, which fits every list type.</summary>
    public static ExpressionType EmptyList { get; } = ListOf(Null);

    internal static ExpressionType T { get; } = new(ExpressionTypeCode.Variable, "T");

    internal static ExpressionType T1 { get; } = new(ExpressionTypeCode.Variable, "T1");

    internal static ExpressionType T2 { get; } = new(ExpressionTypeCode.Variable, "T2");

    internal static ExpressionType T3 { get; } = new(ExpressionTypeCode.Variable, "T3");

    /// <summary>How the type is made.</summary>
    public ExpressionTypeCode Code { get; }

    /// <summary>What it is made from: the element type, the choices, or what an unresolved value can be.</summary>
    public IReadOnlyList<ExpressionType> Parameters => _parameters;

    /// <summary>Whether this is <c>list[…]</c>.</summary>
    public bool IsList => Code == ExpressionTypeCode.List;

    /// <summary>Whether this is a choice of types.</summary>
    public bool IsUnion => Code == ExpressionTypeCode.Union;

    /// <summary>Whether this is <c>unresolved[…]</c>.</summary>
    public bool IsUnresolved => Code == ExpressionTypeCode.Unresolved;

    internal bool HasVariable { get; }

    /// <summary>The element type of a list, what an unresolved value can be, or the type itself.</summary>
    internal ExpressionType Inner => IsList || IsUnresolved ? _parameters[0] : this;

    /// <summary>The type without <c>unresolved</c> around it.</summary>
    internal ExpressionType Constraint => IsUnresolved ? _parameters[0] : this;

    /// <summary>The choices of a union, or the type alone.</summary>
    internal ReadOnlySpan<ExpressionType> Choices => IsUnion ? _parameters : _alone;

    /// <summary>The value that stands for any value of this type, made once.</summary>
    internal UnresolvedValue AsUnresolved =>
        _value ?? Interlocked.CompareExchange(ref _value, new UnresolvedValue(this), null) ?? _value;

    /// <summary>The list type of an element type.</summary>
    /// <param name="element">The type of the elements.</param>
    /// <returns>The list type; of an unresolved element type, an unresolved list.</returns>
    public static ExpressionType ListOf(ExpressionType element)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (element.IsUnresolved) return UnresolvedOf(ListOf(element.Constraint));
        return element._list ?? Publish(
            ref element._list, new ExpressionType(ExpressionTypeCode.List, $"list[{element}]", element));
    }

    /// <summary>A type whose value is not known yet.</summary>
    /// <param name="constraint">What the value can be.</param>
    /// <returns>The unresolved type; unresolved once, however often asked for.</returns>
    public static ExpressionType UnresolvedOf(ExpressionType constraint)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        if (constraint.IsUnresolved) return constraint;
        var text = constraint.Code == ExpressionTypeCode.Any ? "unresolved" : $"unresolved[{constraint}]";
        return constraint._unresolved ?? Publish(
            ref constraint._unresolved, new ExpressionType(ExpressionTypeCode.Unresolved, text, constraint));
    }

    /// <summary>A choice of types, brought into normal form.</summary>
    /// <param name="choices">The types, at least one.</param>
    /// <returns>The union, or a single type where one is left.</returns>
    public static ExpressionType UnionOf(params ReadOnlySpan<ExpressionType> choices) => UnionForm.Normalize(choices);

    /// <summary>The type or <c>null</c>, spelled <c>T?</c>.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The optional type.</returns>
    public static ExpressionType OptionalOf(ExpressionType type) => UnionOf(type, Null);

    /// <summary>Reads a type in the specification's spelling, such as <c>list[int] | string?</c>.</summary>
    /// <param name="text">The spelling; blanks between its parts do not count.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ExpressionException">The text spells no type; its span says where.</exception>
    public static ExpressionType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ExpressionTypeParser(text).Parse();
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ExpressionType? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Code == other.Code && string.Equals(_text, other._text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExpressionType);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Code * 31) + _text.Length;

    /// <summary>The specification's spelling.</summary>
    public override string ToString() => _text;

    // Types are compared by reference where speed counts, so the first one made is the one that everybody gets.
    private static ExpressionType Publish(ref ExpressionType? field, ExpressionType made) =>
        Interlocked.CompareExchange(ref field, made, null) ?? made;
}
