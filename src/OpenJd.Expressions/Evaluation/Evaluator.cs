using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Nodes;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Symbols;

namespace OpenJd.Expressions.Evaluation;

/// <summary>
/// One evaluation under way: what it sees, and how much it has done and holds. It is passed by reference and lives on
/// the stack. Source: expression language §1.3.9 and §1.3.10.
/// </summary>
internal struct Evaluator
{
    // Beyond so many errors of branches that may not count, or elements that are not known, comprehensions whose result
    // is not known anyway look at their body only once more.
    private const int MaxSuppressedErrors = 256;
    private const int MaxUnresolvedElements = 4096;
    private const int TextUnitsPerOperation = 256;

    private readonly long _operationLimit;
    private readonly long _memoryLimit;
    private int _suppressedErrors;
    private int _unresolvedElements;
    private long _lookedUp;

    public Evaluator(string text, int localCount, SymbolTable symbols, EvaluationContext context)
    {
        (Text, Symbols, Context) = (text, symbols, context);
        Locals = localCount == 0 ? [] : new Operand[localCount];
        _operationLimit = context.OperationsLeft;
        _memoryLimit = context.Limits.MemoryBytes;
    }

    /// <summary>The expression's text.</summary>
    public string Text { get; }

    public SymbolTable Symbols { get; }

    public EvaluationContext Context { get; }

    /// <summary>How paths are written.</summary>
    public readonly PathFormat Format => Context.PathFormat;

    /// <summary>The values of the loop variables.</summary>
    public Operand[] Locals { get; }

    /// <summary>Operations so far.</summary>
    public long Operations { get; private set; }

    /// <summary>Operations that may still be taken.</summary>
    public readonly long OperationsLeft => _operationLimit - Operations;

    /// <summary>Bytes that the values in use take.</summary>
    public long Memory { get; set; }

    /// <summary>The most bytes in use at any time so far.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Whether so much was looked at that is not known that loops are to be cut short.</summary>
    public readonly bool IsTired =>
        _suppressedErrors > MaxSuppressedErrors || _unresolvedElements > MaxUnresolvedElements;

    /// <summary>Counts an element of a list that is not known.</summary>
    public void CountUnresolved() => _unresolvedElements++;

    /// <summary>Counts a call of a function: one operation.</summary>
    public void CountCall(Node node)
    {
        if (++Operations > _operationLimit) throw TooManyOperations().In(Text, node.Span, node.Caret);
    }

    /// <summary>Counts the elements that a comprehension goes through.</summary>
    public void CountElements(long count, Node node)
    {
        if (count > _operationLimit - Operations) throw TooManyOperations().In(Text, node.Span, node.Caret);
        Operations += count;
    }

    /// <summary>Counts the elements that a function goes through; to be called before it does.</summary>
    public void CountElements(long count)
    {
        // The count may be near 2^63, so it is compared before it is added.
        if (count > _operationLimit - Operations) throw TooManyOperations();
        Operations += count;
    }

    /// <summary>Counts the UTF-16 units of a text that a function works through; to be called before it does.</summary>
    public void CountText(long length) => CountElements((length + TextUnitsPerOperation - 1) / TextUnitsPerOperation);

    /// <summary>
    /// Notes a look through a text that the specification does not count, such as that of <c>len</c>. It costs nothing
    /// until an expression has looked through as much as all of its operations would pay for.
    /// </summary>
    public void CountLookup(long length)
    {
        _lookedUp += length;
        if (_lookedUp / TextUnitsPerOperation > _operationLimit) CountText(length);
    }

    /// <summary>
    /// Makes sure that so many bytes may still be taken; to be called before a function builds something big. The
    /// result is accounted for by the caller of the function.
    /// </summary>
    public void Reserve(long bytes)
    {
        if (bytes > _memoryLimit - Memory) throw TooMuchMemory();
        PeakMemory = Math.Max(PeakMemory, Memory + bytes);
    }

    /// <summary>Makes sure that so many bytes may still be taken by a node.</summary>
    public void Reserve(long bytes, Node node)
    {
        if (bytes > _memoryLimit - Memory) throw TooMuchMemory().In(Text, node.Span, node.Caret);
        PeakMemory = Math.Max(PeakMemory, Memory + bytes);
    }

    /// <summary>Counts and reserves what a text of so many units costs that a function is about to make.</summary>
    public void ReserveText(long length)
    {
        CountText(length);
        Reserve(Operand.TextSize(length));
    }

    /// <summary>Counts and reserves what a list of so many elements costs that a function is about to make.</summary>
    public void ReserveList(long count)
    {
        CountElements(count);
        Reserve(Operand.ListSize(count));
    }

    /// <summary>Lets go of all that was in use beyond a mark but the result.</summary>
    public Operand Settle(long mark, Operand result, ISourcePlace place)
    {
        if (result.IsInt)
        {
            Memory = mark;
            return result;
        }

        Memory = mark + result.MemorySize;
        PeakMemory = Math.Max(PeakMemory, Memory);
        return Memory <= _memoryLimit ? result : throw TooMuchMemory().In(Text, place.Span, place.Caret);
    }

    /// <summary>
    /// Whether an error may be passed over because it stands in a branch that may never be reached. Limits count even
    /// there.
    /// </summary>
    public bool CanSuppress(ExpressionException error)
    {
        if (error.Kind == ExpressionErrorKind.Limit) return false;
        _suppressedErrors++;
        return true;
    }

    public readonly ExpressionException Error(Node node, ExpressionErrorKind kind, string reason) =>
        new(kind, reason, Text, node.Span, node.Caret);

    public readonly ExpressionException Error(TextSpan span, ExpressionErrorKind kind, string reason) =>
        new(kind, reason, Text, span, span.Start);

    private readonly ExpressionException TooManyOperations() => new(
        ExpressionErrorKind.Limit,
        FormattableString.Invariant(
            $"The expression takes more than {_operationLimit} operations, which is the limit."),
        default);

    private readonly ExpressionException TooMuchMemory() => new(
        ExpressionErrorKind.Limit,
        FormattableString.Invariant($"The expression needs more than {_memoryLimit} bytes, which is the limit."),
        default);
}
