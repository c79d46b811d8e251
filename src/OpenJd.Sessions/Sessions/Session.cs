using System.Globalization;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Symbols;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Environments;
using OpenJd.Sessions.Files;
using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Sessions;

/// <summary>
/// A session on this host: a working directory, environments entered in order and left in reverse, and tasks run one
/// after another in between. One action runs at a time; only <see cref="Cancel"/> may be called meanwhile.
/// Source: How Jobs Are Run, Sessions.
/// </summary>
public sealed class Session : IAsyncDisposable
{
    private readonly SessionOptions _options;
    private readonly ProcessMarker _marker;
    private readonly SessionSymbols _symbols;
    private readonly Stack<EnteredEnvironment> _environments = new();
    private readonly SessionVariables _variables;
    private RunningAction? _running;
    private int _actions;

    private Session(SessionOptions options, string workingDirectory, string rulesFile)
    {
        _options = options;
        _marker = new ProcessMarker(options.MarkerName, options.SessionId);
        _symbols = new SessionSymbols(options, workingDirectory, rulesFile);
        _variables = new SessionVariables(options.HostVariables, workingDirectory);
        WorkingDirectory = workingDirectory;
    }

    /// <summary>The working directory's absolute path.</summary>
    public string WorkingDirectory { get; }

    /// <summary>What the session can do.</summary>
    public SessionState State { get; private set; } = SessionState.Ready;

    /// <summary>The names of the environments to be left, innermost first.</summary>
    public IReadOnlyList<string> EnteredEnvironments => [.. _environments.Select(entered => entered.Definition.Name)];

    /// <summary>Opens a session: makes its working directory and the path mapping rules file in it.</summary>
    /// <param name="options">What it is opened with.</param>
    /// <exception cref="ArgumentException">The session id has characters other than those allowed.</exception>
    /// <exception cref="IOException">The working directory cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The working directory cannot be made.</exception>
    public static Session Open(SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        const int idCharactersMax = 128;
        if (options.SessionId.Length is 0 or > idCharactersMax
            || !options.SessionId.All(character => char.IsAsciiLetterOrDigit(character) || "-_.".Contains(character)))
        {
            throw new ArgumentException(
                $"SessionId '{options.SessionId}' must be 1 to {idCharactersMax} of ASCII letters, digits, "
                + "'-', '_' and '.'",
                nameof(options));
        }

        var path = Path.Combine(Path.GetFullPath(options.RootDirectory), $"{options.SessionId}-{Guid.NewGuid():N}");
        PrivateFolder.Create(path);
        return new Session(options, path, PathMappingRulesFile.Write(path, options.PathMappingRules));
    }

    /// <summary>Enters an environment. It is to be left whatever comes of it.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="observer">Hears of its enter action.</param>
    /// <param name="cancellationToken">Ends the action's tree at once; the outcome is then Canceled.</param>
    /// <returns>What came of the enter action; success where there is none.</returns>
    /// <exception cref="InvalidOperationException">The session is not ready, or an action is running.</exception>
    public async Task<ActionOutcome> EnterEnvironmentAsync(
        EnvironmentDefinition environment, IActionObserver observer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(environment);
        RequireReady();
        var failure = Prepare(() => Push(environment));
        if (failure is not null)
            return Note(failure);
        var entered = _environments.Peek();
        failure = Prepare(() =>
        {
            foreach (var (name, value) in environment.Variables)
                entered.Variables.Set(name, Resolve(value, entered.Symbols, $"variable '{name}'"));
        });
        return failure is null
            ? await RunActionAsync(ActionPlan.Enter, entered, environment.Script?.OnEnter, observer, cancellationToken)
                .ConfigureAwait(false)
            : Note(failure);
    }

    /// <summary>Runs one task of a step.</summary>
    /// <param name="script">The step's script.</param>
    /// <param name="parameters">The task's parameters.</param>
    /// <param name="observer">Hears of the action.</param>
    /// <param name="cancellationToken">Ends the action's tree at once; the outcome is then Canceled.</param>
    /// <exception cref="InvalidOperationException">The session is not ready, or an action is running.</exception>
    public async Task<ActionOutcome> RunTaskAsync(
        StepScript script, IReadOnlyList<TaskParameterValue> parameters, IActionObserver observer,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(script);
        RequireReady();
        EmbeddedFileSet? files = null;
        ActionRequest? request = null;
        var failure = Prepare(() =>
        {
            var symbols = _symbols.ForTask(parameters);
            files = new EmbeddedFileSet(script.EmbeddedFiles, WorkingDirectory);
            files.AddTo(symbols, "Task");
            files.Write(symbols);
            request = Request(ActionPlan.Run, script.OnRun, symbols, observer);
        });
        var outcome = failure ?? await FollowAsync(request!, cancellationToken).ConfigureAwait(false);
        return Note(Prepare(() => files?.Remove()) is { } problem && outcome.Message is null
            ? outcome with { Message = problem.Message }
            : outcome);
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
        RequireReady();
        var variables = Variables();
        foreach (var (name, value) in command.Variables)
            variables[name] = value;
        var process = new ProcessSpec
        {
            Command = command.Executable,
            Args = command.Args,
            Variables = variables,
            WorkingDirectory = Path.Combine(WorkingDirectory, command.WorkingDirectory ?? ""),
            Marker = NextMarker(),
        };
        var request = new ActionRequest
        {
            Process = process,
            Timeout = ActionPlan.Run.TimeoutOf(command.TimeoutSeconds),
            Cancelation = command.Cancelation,
            DefaultNotifyPeriod = ActionPlan.Run.DefaultNotifyPeriod,
            SessionDirectory = WorkingDirectory,
            Observer = observer,
        };
        return Note(await FollowAsync(request, cancellationToken).ConfigureAwait(false));
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
        RequireIdle();
        if (!_environments.TryPeek(out var entered))
            throw new InvalidOperationException("No environment is entered.");
        var outcome = await RunActionAsync(
            ActionPlan.Exit, entered, entered.Definition.Script?.OnExit, observer, cancellationToken)
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
        while (_environments.Count > 0)
            outcomes.Add(await ExitEnvironmentAsync(observer, cancellationToken).ConfigureAwait(false));
        return outcomes;
    }

    /// <summary>Asks the running action to stop. A second call may stop it sooner, never later.</summary>
    /// <param name="method">How to stop it; null for the action's own method.</param>
    /// <returns>Whether an action was running.</returns>
    public bool Cancel(CancelationMethod? method = null)
    {
        if (Volatile.Read(ref _running) is not { } running)
            return false;
        running.RequestStop(method);
        return true;
    }

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
        RequireIdle();
        State = SessionState.Closed;
        while (_environments.TryPop(out var entered))
        {
            if (entered.Background is { } background)
                await background.EndAsync().ConfigureAwait(false);
        }

        if (!await _options.Launcher.KillMarkedAsync(_marker).ConfigureAwait(false))
            return $"not every process of the session could be ended; {WorkingDirectory} is left as it is";
        return _options.KeepWorkingDirectory
            ? null
            : Prepare(() => PrivateFolder.Remove(WorkingDirectory)) is { } problem
                ? $"the working directory {WorkingDirectory} could not be removed: {problem.Message}"
                : null;
    }

    /// <summary>Does as <see cref="CloseAsync"/>.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    private void Push(EnvironmentDefinition environment)
    {
        var symbols = _symbols.ForEnvironment();
        var files = new EmbeddedFileSet(environment.Script?.EmbeddedFiles ?? [], WorkingDirectory);
        files.AddTo(symbols, "Env");
        _environments.Push(new EnteredEnvironment(environment, files, symbols));
    }

    private async Task<ActionOutcome> RunActionAsync(
        ActionPlan plan, EnteredEnvironment entered, ActionDefinition? action, IActionObserver observer,
        CancellationToken cancellationToken)
    {
        if (action is null)
            return ActionOutcome.NothingToRun;
        ActionRequest? request = null;
        var failure = Prepare(() =>
        {
            entered.Files.Write(entered.Symbols);
            request = Request(plan, action, entered.Symbols, observer) with { EnteredLayer = plan.LayerOf(entered) };
        });
        if (failure is not null)
            return Note(failure);
        var outcome = await FollowAsync(request!, cancellationToken, entered).ConfigureAwait(false);
        return Note(outcome);
    }

    private ActionRequest Request(
        ActionPlan plan, ActionDefinition action, SymbolTable symbols, IActionObserver observer)
    {
        var process = new ProcessSpec
        {
            Command = Resolve(action.Command, symbols, $"{plan.Title}: command"),
            Args = [.. action.Args.Select((arg, index) => Resolve(arg, symbols, $"{plan.Title}: args[{index}]"))],
            Variables = Variables(),
            WorkingDirectory = WorkingDirectory,
            Marker = NextMarker(),
        };
        return new ActionRequest
        {
            Process = process,
            Timeout = plan.TimeoutOf(action.TimeoutSeconds),
            Cancelation = action.Cancelation,
            DefaultNotifyPeriod = plan.DefaultNotifyPeriod,
            SessionDirectory = WorkingDirectory,
            Observer = observer,
        };
    }

    private async Task<ActionOutcome> FollowAsync(
        ActionRequest request, CancellationToken cancellationToken, EnteredEnvironment? entered = null)
    {
        var action = new RunningAction(request, _options.Launcher, _options.TimeProvider);
        Volatile.Write(ref _running, action);
        var registration = cancellationToken.UnsafeRegister(
            _ => action.RequestStop(new CancelationMethod(CancelationMode.Terminate, null)), null);
        await using (registration.ConfigureAwait(false))
        {
            try
            {
                return await action.RunAsync().ConfigureAwait(false);
            }
            finally
            {
                Volatile.Write(ref _running, null);
                if (entered is not null && action.Background is { } background)
                    entered.Background = background;
            }
        }
    }

    private ProcessMarker NextMarker() =>
        _marker.With($"{_options.MarkerName}_ACTION", (++_actions).ToString(CultureInfo.InvariantCulture));

    // The stack enumerates the innermost first.
    private Dictionary<string, string> Variables() => _variables.Compose(_environments.Reverse());

    // All failures are terminal for the session, which then only leaves its environments.
    private ActionOutcome Note(ActionOutcome outcome)
    {
        if (outcome.State != ActionState.Succeeded)
            State = SessionState.Failed;
        return outcome;
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

    private static string Resolve(string text, SymbolTable symbols, string field)
    {
        try
        {
            return FormatString.Parse(text).Resolve(symbols);
        }
        catch (ExpressionException error)
        {
            throw new ExpressionException(error.Kind, $"{field}: {error.Message}", error.Span);
        }
    }

    private void RequireReady()
    {
        RequireIdle();
        if (State != SessionState.Ready)
        {
            throw new InvalidOperationException(
                $"The session is {State}: only its environments can be left. Open a new one for further actions.");
        }
    }

    private void RequireIdle()
    {
        if (Volatile.Read(ref _running) is not null)
            throw new InvalidOperationException("An action is running; await it first. A session runs one at a time.");
    }
}
