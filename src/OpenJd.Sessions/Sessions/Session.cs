using OpenJd.Expressions.Errors;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Environments;
using OpenJd.Sessions.Files;
using OpenJd.Sessions.Redaction;
using OpenJd.Sessions.Scopes;

namespace OpenJd.Sessions.Sessions;

/// <summary>
/// A session on this host: a working directory, environments entered in order and left in reverse, and tasks run one
/// after another in between. One action runs at a time; only <see cref="Cancel"/> may be called meanwhile.
/// Source: How Jobs Are Run, Sessions.
/// </summary>
public sealed class Session : IAsyncDisposable
{
    private const string RedactionExtension = "REDACTED_ENV_VARS";

    private readonly SessionOptions _options;
    private readonly SessionSymbols _symbols;
    private readonly EnvironmentStack _environments;
    private readonly Redactor _redactor = new();
    private readonly ActionBuilder _builder;
    private readonly ActionSlot _slot;

    private Session(SessionOptions options, string workingDirectory, string rulesFile)
    {
        _options = options;
        _symbols = new SessionSymbols(options, workingDirectory, rulesFile);
        _environments = new EnvironmentStack(new SessionVariables(options.HostVariables, workingDirectory));
        _builder = new ActionBuilder(options, workingDirectory, _redactor);
        _slot = new ActionSlot(options);
        WorkingDirectory = workingDirectory;
    }

    /// <summary>The working directory's absolute path.</summary>
    public string WorkingDirectory { get; }

    /// <summary>What the session can do.</summary>
    public SessionState State { get; private set; } = SessionState.Ready;

    /// <summary>The names of the environments to be left, innermost first.</summary>
    public IReadOnlyList<string> EnteredEnvironments =>
        [.. _environments.InnermostFirst.Select(entered => entered.Definition.Name)];

    /// <summary>Opens a session: makes its working directory and the path mapping rules file in it.</summary>
    /// <param name="options">What it is opened with.</param>
    /// <exception cref="ArgumentException">The session id has characters other than those allowed.</exception>
    /// <exception cref="InvalidDataException">A job parameter's value is none of its type.</exception>
    /// <exception cref="IOException">The working directory cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The working directory cannot be made.</exception>
    public static Session Open(SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RequireValidId();
        var path = Path.Combine(Path.GetFullPath(options.RootDirectory), $"{options.SessionId}-{Guid.NewGuid():N}");
        PrivateFolder.Create(path);
        return new Session(options, path, PathMappingRulesFile.Write(path, options.PathMappingRules));
    }

    /// <summary>Enters an environment. It is to be left whatever comes of it.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="step">The step whose environment it is, or null for one of the job or from outside of it.</param>
    /// <param name="observer">Hears of its enter action.</param>
    /// <param name="cancellationToken">Ends the action's tree at once; the outcome is then Canceled.</param>
    /// <returns>What came of the enter action; success where there is none.</returns>
    /// <exception cref="InvalidOperationException">The session is not ready, or an action is running.</exception>
    public async Task<ActionOutcome> EnterEnvironmentAsync(
        EnvironmentDefinition environment, Step? step, IActionObserver observer,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(observer);
        RequireReady();
        EnteredEnvironment? entered = null;
        var failure = Prepare(() => entered = Push(environment, step))
            ?? Prepare(() => SetVariables(entered!, observer))
            ?? Prepare(() => entered!.Scope.Bind(environment.Script?.Let ?? []));
        return failure is null
            ? await RunActionAsync(entered!, ActionPlan.Enter, observer, cancellationToken).ConfigureAwait(false)
            : Note(failure);
    }

    /// <summary>Runs one task of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="parameters">The task's parameters.</param>
    /// <param name="observer">Hears of the action.</param>
    /// <param name="cancellationToken">Ends the action's tree at once; the outcome is then Canceled.</param>
    /// <exception cref="InvalidOperationException">The session is not ready, or an action is running.</exception>
    public async Task<ActionOutcome> RunTaskAsync(
        Step step, IReadOnlyList<TaskParameterValue> parameters, IActionObserver observer,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(observer);
        RequireReady();
        var script = step.Script;
        EmbeddedFileSet? files = null;
        ActionRequest? request = null;
        var failure = Prepare(() =>
        {
            var scope = _symbols.ForTask(step, parameters);
            files = new EmbeddedFileSet(script.EmbeddedFiles, WorkingDirectory, "Task", _options.Extensions);
            files.AddTo(scope.Symbols);
            scope.Bind(script.Let);
            files.Write(scope, observer);
            var action = ActionResolver.Resolve(script.OnRun, ActionPlan.Run, scope);
            request = Request(Wrap(action, null, step.Name, observer), observer);
        });
        var outcome = failure ?? await FollowAsync(request!, null, cancellationToken).ConfigureAwait(false);
        return Note(Prepare(() => files?.Remove()) is { } problem && outcome.Message is null
            ? outcome with { Message = problem.Message }
            : outcome);
    }

    /// <summary>
    /// Resolves a format string that is of no template, such as a path to look at, with the values that a task sees.
    /// Any expression may stand in it.
    /// </summary>
    /// <param name="step">The task's step.</param>
    /// <param name="parameters">The task's parameters.</param>
    /// <param name="format">The format string.</param>
    /// <param name="field">What it is of, for messages.</param>
    /// <exception cref="ExpressionException">It cannot be resolved; the message names the field.</exception>
    /// <exception cref="InvalidDataException">A parameter's value is none of its type.</exception>
    public string Resolve(Step step, IReadOnlyList<TaskParameterValue> parameters, string format, string field)
    {
        ArgumentNullException.ThrowIfNull(step);
        return _symbols.ForTask(step, parameters).TextOfAny(format, field);
    }

    /// <summary>Runs a command as it stands.</summary>
    /// <param name="command">The command.</param>
    /// <param name="observer">Hears of it.</param>
    /// <param name="cancellationToken">Ends the command's tree at once; the outcome is then Canceled.</param>
    /// <exception cref="InvalidOperationException">The session is not ready, or an action is running.</exception>
    public async Task<ActionOutcome> RunCommandAsync(
        PlainCommand command, IActionObserver observer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(observer);
        RequireReady();
        var request = _builder.Of(command, _environments.Variables(), observer);
        return Note(await FollowAsync(request, null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Leaves the innermost environment; also after a failure, and whatever comes of its exit action.
    /// </summary>
    /// <param name="observer">Hears of the exit action.</param>
    /// <param name="cancellationToken">Ends the exit action's tree at once; the outcome is then Canceled.</param>
    /// <returns>What came of the exit action; success where there is none.</returns>
    /// <exception cref="InvalidOperationException">No environment is entered, or an action is running.</exception>
    public async Task<ActionOutcome> ExitEnvironmentAsync(
        IActionObserver observer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(observer);
        _slot.RequireIdle();
        var entered = _environments.Innermost ?? throw new InvalidOperationException("No environment is entered.");
        var outcome = await RunActionAsync(entered, ActionPlan.Exit, observer, cancellationToken)
            .ConfigureAwait(false);
        _environments.Pop();
        if (entered.Background is { } background && !await background.EndAsync().ConfigureAwait(false))
        {
            outcome = outcome with
            {
                Message = outcome.Message ?? "not every process that the enter action left running could be ended",
            };
        }

        return outcome;
    }

    /// <summary>Leaves all environments, innermost first, each whatever came of the others.</summary>
    /// <param name="observer">Hears of the exit actions.</param>
    /// <param name="cancellationToken">Ends a running exit action's tree at once; the others are still left.</param>
    /// <returns>The outcomes in the order of leaving.</returns>
    public async Task<IReadOnlyList<ActionOutcome>> ExitEnvironmentsAsync(
        IActionObserver observer, CancellationToken cancellationToken = default)
    {
        var outcomes = new List<ActionOutcome>();
        while (_environments.Innermost is not null)
            outcomes.Add(await ExitEnvironmentAsync(observer, cancellationToken).ConfigureAwait(false));
        return outcomes;
    }

    /// <summary>Asks the running action to stop. A second call may stop it sooner, never later.</summary>
    /// <param name="method">How to stop it; null for the action's own method.</param>
    /// <returns>Whether an action was running.</returns>
    public bool Cancel(CancelationMethod? method = null) => _slot.Cancel(method);

    /// <summary>
    /// Ends the session: every process it left is ended and the working directory removed, or kept where the options
    /// say so. Exit actions are not run: leave the environments first.
    /// </summary>
    /// <returns>Null, or what could not be cleared away and why.</returns>
    /// <exception cref="InvalidOperationException">An action is running.</exception>
    public async Task<string?> CloseAsync()
    {
        if (State == SessionState.Closed)
            return null;
        _slot.RequireIdle();
        State = SessionState.Closed;
        while (_environments.Innermost is { } entered)
        {
            _environments.Pop();
            if (entered.Background is { } background)
                await background.EndAsync().ConfigureAwait(false);
        }

        if (!await _options.Launcher.KillMarkedAsync(_builder.Marker).ConfigureAwait(false))
            return $"not every process of the session could be ended; {WorkingDirectory} is left as it is";
        return _options.KeepWorkingDirectory
            ? null
            : Prepare(() => PrivateFolder.Remove(WorkingDirectory)) is { } problem
                ? $"the working directory {WorkingDirectory} could not be removed: {problem.Message}"
                : null;
    }

    /// <summary>Does as <see cref="CloseAsync"/>.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    private EnteredEnvironment Push(EnvironmentDefinition environment, Step? step)
    {
        var scope = _symbols.ForEnvironment(environment, step);
        var files = new EmbeddedFileSet(
            environment.Script?.EmbeddedFiles ?? [], WorkingDirectory, "Env", environment.Extensions);
        files.AddTo(scope.Symbols);
        var entered = new EnteredEnvironment(environment, files, scope);
        _environments.Push(entered);
        return entered;
    }

    // Before the let bindings are made: variables do not see them (§3.6.2).
    private void SetVariables(EnteredEnvironment entered, IActionObserver observer)
    {
        foreach (var (name, format) in entered.Definition.Variables)
        {
            var value = entered.Scope.Text(format, $"variable '{name}'");
            entered.Variables.Set(name, value);
            observer.OnVariable(name, _redactor.Redact(value) ?? "");
        }
    }

    private async Task<ActionOutcome> RunActionAsync(
        EnteredEnvironment entered, ActionPlan plan, IActionObserver observer, CancellationToken cancellationToken)
    {
        if (entered.ActionOf(plan) is not { } action)
            return ActionOutcome.NothingToRun;
        ActionRequest? request = null;
        var failure = Prepare(() =>
        {
            entered.Files.Write(entered.Scope, observer);
            var resolved = ActionResolver.Resolve(action, plan, entered.Scope);
            request = Request(Wrap(resolved, entered, entered.Definition.Name, observer), observer) with
            {
                EnteredLayer = plan.IsEnter ? entered.Variables : null,
                SetsRedactedVariables = entered.Definition.Extensions.Contains(RedactionExtension)
                    || _options.Extensions.Contains(RedactionExtension),
            };
        });
        return Note(failure ?? await FollowAsync(request!, entered, cancellationToken).ConfigureAwait(false));
    }

    // Source: template schemas §4.3; a hook counts as the action that it replaces.
    private ResolvedAction Wrap(
        ResolvedAction action, EnteredEnvironment? inner, string name, IActionObserver observer)
    {
        var plan = action.Plan.Wrapped;
        if (_environments.WrapperOf(inner) is not { } wrapper || wrapper.ActionOf(plan) is not { } hook)
            return action;
        var scope = WrapScope.Of(
            wrapper.Scope, action, _environments.OwnVariables(), inner is null ? "WrappedStep.Name" : "WrappedEnv.Name",
            name);
        wrapper.Files.Write(scope, observer);
        return ActionResolver.Resolve(hook, plan, scope);
    }

    private ActionRequest Request(ResolvedAction action, IActionObserver observer) =>
        _builder.Of(action, _environments.Variables(), observer) with
        {
            ToldLayer = _environments.Told,
            SetsRedactedVariables = _options.Extensions.Contains(RedactionExtension),
            IgnoresMalformedVariables = _options.IgnoresMalformedVariables,
        };

    private async Task<ActionOutcome> FollowAsync(
        ActionRequest request, EnteredEnvironment? entered, CancellationToken cancellationToken)
    {
        request.Observer.OnStarting(_redactor.Redact(request.Process.Command) ?? "");
        var (outcome, background) = await _slot.RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (entered is not null && background is not null)
            entered.Background = background;
        return outcome;
    }

    // All failures are terminal for the session, which then only leaves its environments.
    private ActionOutcome Note(ActionOutcome outcome)
    {
        if (outcome.State != ActionState.Succeeded)
            State = SessionState.Failed;
        return outcome.Message is null ? outcome : outcome with { Message = _redactor.Redact(outcome.Message) };
    }

    private static ActionOutcome? Prepare(Action preparation)
    {
        try
        {
            preparation();
            return null;
        }
        catch (Exception error) when (error is ExpressionException or InvalidDataException or IOException
            or UnauthorizedAccessException)
        {
            return ActionOutcome.NotStarted(error.Message);
        }
    }

    private void RequireReady()
    {
        _slot.RequireIdle();
        if (State != SessionState.Ready)
        {
            throw new InvalidOperationException(
                $"The session is {State}: only its environments can be left. Open a new one for further actions.");
        }
    }
}
