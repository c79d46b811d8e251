using System.Globalization;
using System.Runtime.CompilerServices;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Evaluation;

/// <summary>
/// A value on its way through an evaluation: 16 bytes without an object of its own for numbers and booleans, so that
/// arithmetic allocates nothing.
/// </summary>
internal readonly struct Operand
{
    private const int ObjectBytes = 24;

    // The type itself of a number or boolean, whose bits are the value; the string of a text; otherwise an
    // ExpressionValue. Nothing at all is null.
    private readonly object? _reference;
    private readonly long _bits;

    private Operand(object? reference, long bits) => (_reference, _bits) = (reference, bits);

    public static Operand Null => default;

    public static Operand True => Of(true);

    public static Operand False => Of(false);

    public bool IsNull => _reference is null;

    public bool IsInt => ReferenceEquals(_reference, ExpressionType.Int);

    public bool IsFloat => ReferenceEquals(_reference, ExpressionType.Float) || _reference is FloatValue;

    public bool IsBool => ReferenceEquals(_reference, ExpressionType.Bool);

    public bool IsString => _reference is string;

    public bool IsPath => _reference is PathValue;

    public bool IsList => _reference is ListValue;

    public bool IsRange => _reference is RangeValue;

    public bool IsUnresolved => _reference is UnresolvedValue;

    /// <summary>Null or false, which are all that <c>and</c> and <c>or</c> take for not true.</summary>
    public bool IsFalsy => _reference is null || (IsBool && _bits == 0);

    public ExpressionType Type => _reference switch
    {
        null => ExpressionType.Null,
        ExpressionType scalar => scalar,
        string => ExpressionType.String,
        var value => Unsafe.As<ExpressionValue>(value).Type,
    };

    /// <summary>The number of an int.</summary>
    public long Int => _bits;

    public bool Bool => _bits != 0;

    public double Float => _reference is FloatValue spelled ? spelled.Value : BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The number of an int or a float.</summary>
    public double Number => IsInt ? _bits : Float;

    /// <summary>The characters of a string or a path.</summary>
    public string String => _reference as string ?? ((PathValue)_reference!).Value;

    public ListValue List => (ListValue)_reference!;

    public RangeExpression Range => ((RangeValue)_reference!).Range;

    /// <summary>What a format string shows.</summary>
    public string Text => _reference switch
    {
        string text => text,
        ExpressionValue value => value.Text,
        null => "null",
        _ when IsInt => _bits.ToString(CultureInfo.InvariantCulture),
        _ when IsBool => Bool ? "true" : "false",
        _ => FloatText.Shortest(Float),
    };

    /// <summary>Bytes that the value takes beside the operand itself.</summary>
    public long MemorySize => _reference switch
    {
        string text => TextSize(text.Length),
        PathValue path => ObjectBytes + TextSize(path.Value.Length),
        ListValue list => list.MemorySize,
        RangeValue range => ObjectBytes + ((long)range.Range.Parts.Count * 3 * sizeof(long)),
        _ => 0,
    };

    public static Operand Of(long value) => new(ExpressionType.Int, value);

    /// <summary>A float that is finite; negative zero becomes zero.</summary>
    public static Operand OfFinite(double value) =>
        new(ExpressionType.Float, BitConverter.DoubleToInt64Bits(value + 0.0));

    /// <summary>A float that keeps its spelling.</summary>
    public static Operand OfSpelled(double value, string text) => new(new FloatValue(value, text), 0);

    public static Operand Of(bool value) => new(ExpressionType.Bool, value ? 1 : 0);

    public static Operand Of(string text) => new(text, 0);

    public static Operand OfPath(string path) => new(new PathValue(path), 0);

    public static Operand Of(RangeExpression range) => new(new RangeValue(range), 0);

    public static Operand OfUnresolved(ExpressionType constraint) => new(constraint.AsUnresolved, 0);

    public static Operand Of(ExpressionValue value) => value switch
    {
        IntValue number => Of(number.Value),
        StringValue text => Of(text.Value),
        BoolValue flag => Of(flag.Value),
        NullValue => Null,
        _ => new Operand(value, 0),
    };

    /// <summary>Bytes of a text of so many UTF-16 units.</summary>
    public static long TextSize(long length) => ObjectBytes + (length * sizeof(char));

    /// <summary>Bytes of a list of so many elements, without what the elements hold.</summary>
    public static long ListSize(long count) => (2 * ObjectBytes) + (count * 2 * sizeof(long));

    public static long SizeOf(ReadOnlySpan<Operand> elements)
    {
        var size = ListSize(elements.Length);
        foreach (var element in elements) size += element.MemorySize;
        return size;
    }

    public bool TryGetList([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ListValue? list)
    {
        list = _reference as ListValue;
        return list is not null;
    }

    public ExpressionValue ToValue() => _reference switch
    {
        null => NullValue.Instance,
        string text => new StringValue(text),
        ExpressionValue value => value,
        _ when IsInt => new IntValue(_bits),
        _ when IsBool => Bool ? BoolValue.True : BoolValue.False,
        _ => new FloatValue(Float),
    };

    /// <summary>The type and the value, for the debugger.</summary>
    public override string ToString() => $"{Type} {Text}";
}
