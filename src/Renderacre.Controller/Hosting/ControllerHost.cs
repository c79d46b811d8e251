using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Renderacre.Controller.Http;
using Renderacre.Controller.Options;
using Renderacre.Controller.Writing;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Hosting;

/// <summary>A running controller.</summary>
internal sealed class ControllerHost : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly StorageSetup _storage;
    private readonly FarmWriter _writer;
    private readonly ILogger<ControllerHost> _logger;

    private ControllerHost(WebApplication app, StorageSetup storage)
    {
        (_app, _storage) = (app, storage);
        _writer = app.Services.GetRequiredService<FarmWriter>();
        _logger = app.Services.GetRequiredService<ILogger<ControllerHost>>();
    }

    /// <summary>Where it answers on this machine, such as <c>http://127.0.0.1:7878</c>.</summary>
    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features
        .GetRequiredFeature<IServerAddressesFeature>().Addresses.First()
        .Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
        .Replace("//[::]:", "//[::1]:", StringComparison.Ordinal);

    /// <summary>Starts a controller.</summary>
    /// <param name="options">The options.</param>
    /// <param name="seams">What tests put in the place of the real thing.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The controller; it answers.</returns>
    /// <exception cref="OptionsException">It cannot start; the message says why.</exception>
    public static async Task<ControllerHost> StartAsync(
        ControllerOptions options, HostSeams seams, CancellationToken cancellationToken)
    {
        StorageSetup storage = StorageSetup.Open(options, seams.WrapStore);
        var host = new ControllerHost(Build(options, storage, seams.Time), storage);
        try
        {
            await host.StartAsync(options, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the process is told to stop.</summary>
    /// <param name="cancellationToken">Tells it too.</param>
    public Task WaitForStopAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>
    /// Stops: takes no more connections, answers what is held, carries out what is queued, closes storage.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _writer.DisposeAsync();
        await _app.DisposeAsync();
        _storage.Dispose();
    }

    private static WebApplication Build(ControllerOptions options, StorageSetup storage, TimeProvider time)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Settings come from the options alone: no appsettings file and no ASPNETCORE_URLS can bind other addresses.
        builder.Configuration.Sources.Clear();
        LogSetup.Apply(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel => KestrelSetup.Apply(kestrel, options.Bind));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTimeout);
        Services.Add(builder.Services, options, storage, time);
        WebApplication app = builder.Build();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<OriginMiddleware>();
        app.UseHeadAsGet();
        app.UseExactPaths();
        app.UseRouting();
        Routes.Map(app);
        return app;
    }

    private async Task StartAsync(ControllerOptions options, CancellationToken cancellationToken)
    {
        StartWriter();
        _app.Lifetime.ApplicationStopping.Register(StopHolding);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            throw new OptionsException(
                OptionsException.StartFailure, $"cannot listen at {options.Bind}: {fault.Message}");
        }
        if (!System.Net.IPAddress.IsLoopback(options.Bind.Address))
            Log.Insecure(_logger, options.Bind.ToString());
        Log.Ready(_logger, BaseUrl);
        if (options.ReadyFile is { } file)
            await ReadyFile.WriteAsync(file, BaseUrl, cancellationToken);
    }

    private void StartWriter()
    {
        try
        {
            _writer.Start();
        }
        catch (StorageException fault)
        {
            throw new OptionsException(OptionsException.StartFailure, fault.Message);
        }
    }

    private void StopHolding()
    {
        Log.Stopping(_logger);
        _writer.CloseHeld();
    }
}
