using Renderacre.Farm.Commands;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Writing;

/// <summary>A command with one result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
/// <param name="act">What it does to the farm.</param>
internal sealed class ResultCommand<T>(Func<FarmState, CommandContext, FarmResult<T>> act) : WriterCommand
{
    private readonly TaskCompletionSource<FarmResult<T>> _answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FarmResult<T> _result;

    /// <summary>The result, once durable.</summary>
    public Task<FarmResult<T>> Completion => _answer.Task;

    /// <inheritdoc/>
    public override bool Apply(FarmState farm, CommandContext context)
    {
        _result = act(farm, context);
        // What workers are refused is part of their conversation; what people are refused somebody may ask about.
        if (_result.Error is { Kind: not FarmErrorKind.NotFound } error && Principal == Principals.Api)
            farm.NoteRefusal(context, Job, error);
        return _result.Error is null;
    }

    /// <inheritdoc/>
    public override void Refuse(FarmError error) => _result = error;

    /// <inheritdoc/>
    public override void Answer() => _answer.TrySetResult(_result);

    /// <inheritdoc/>
    public override void Fail(WriterUnavailableException fault) => _answer.TrySetException(fault);
}
