using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Renderacre.Controller.Http;

namespace Renderacre.Controller.Hosting;

/// <summary>Where the server listens and what it puts up with.</summary>
internal static class KestrelSetup
{
    private const int ConnectionsMax = 20_000;
    private const int HeaderBytesMax = 16 << 10;
    private const int BodyBytesPerSecondMin = 1024;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan SlowBodyGrace = TimeSpan.FromSeconds(10);

    /// <summary>Sets the server up.</summary>
    /// <param name="kestrel">Its options.</param>
    /// <param name="bind">Where it listens.</param>
    public static void Apply(KestrelServerOptions kestrel, IPEndPoint bind)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = ConnectionsMax;
        kestrel.Limits.MaxRequestBodySize = BodyBytesMax.Default;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytesMax;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = KeepAliveTimeout;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(BodyBytesPerSecondMin, SlowBodyGrace);
        kestrel.Listen(bind);
    }
}
