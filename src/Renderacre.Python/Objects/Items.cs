using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>The items of a list or tuple; it must not change meanwhile, so nothing of it may run Python code.</summary>
/// <param name="sequence">The list or tuple, borrowed.</param>
/// <param name="isTuple">Which of the two it is.</param>
internal readonly unsafe struct Items(nint sequence, bool isTuple)
{
    /// <summary>How many there are now.</summary>
    public nint Count =>
        PythonStatus.Check(isTuple ? PythonApi.TupleSize(sequence) : PythonApi.ListSize(sequence));

    /// <summary>One of them, borrowed.</summary>
    /// <param name="index">From 0.</param>
    public nint this[nint index] => (isTuple ? PythonApi.TupleGet(sequence, index) : PythonApi.ListGet(sequence, index))
        is not 0 and var item ? item : throw new PythonErrorException();

    /// <summary>The items of an object that is a list or tuple.</summary>
    /// <param name="item">The object, borrowed.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="wanted">What its items are, for messages.</param>
    /// <exception cref="ArgumentTypeException">It is neither.</exception>
    public static Items Of(nint item, string what, string wanted) => ObjectKinds.Of(item) switch
    {
        ObjectKind.List => new(item, isTuple: false),
        ObjectKind.Tuple => new(item, isTuple: true),
        _ => throw new ArgumentTypeException(
            $"{what}: a list or tuple of {wanted} is wanted, not {ObjectKinds.NameOf(item)}"),
    };
}
