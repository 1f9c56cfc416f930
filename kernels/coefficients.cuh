// The polynomials of arithmetic.Coefficients, lowest order first; provenance and error bounds are stated there.
#pragma once

namespace murmuration {

constexpr float LOG_0 = 1.0f;
constexpr float LOG_1 = -0x1.fffffap-2f;
constexpr float LOG_2 = 0x1.5556fp-2f;
constexpr float LOG_3 = -0x1.0004a8p-2f;
constexpr float LOG_4 = 0x1.98d3ap-3f;
constexpr float LOG_5 = -0x1.535c2cp-3f;
constexpr float LOG_6 = 0x1.317cap-3f;
constexpr float LOG_7 = -0x1.2505a6p-3f;
constexpr float LOG_8 = 0x1.65f17p-4f;

constexpr float SIN_0 = 0x1.921fb6p+0f;
constexpr float SIN_1 = -0x1.4abbdap-1f;
constexpr float SIN_2 = 0x1.465fcp-4f;
constexpr float SIN_3 = -0x1.2cdbd8p-8f;

constexpr float COS_0 = 1.0f;
constexpr float COS_1 = -0x1.3bd3a2p+0f;
constexpr float COS_2 = 0x1.03b18ep-2f;
constexpr float COS_3 = -0x1.4eb112p-6f;

constexpr float TWO_OVER_PI = 0x1.45f306p-1f;

constexpr float DECAY_0 = 1.0f;
constexpr float DECAY_1 = 1.0f;
constexpr float DECAY_2 = 0x1.fffde8p-2f;
constexpr float DECAY_3 = 0x1.5557c4p-3f;
constexpr float DECAY_4 = 0x1.573334p-5f;
constexpr float DECAY_5 = 0x1.10604cp-7f;

constexpr float EXP_2 = 0x1.fffffep-2f;
constexpr float EXP_3 = 0x1.5554b4p-3f;
constexpr float EXP_4 = 0x1.5556f2p-5f;
constexpr float EXP_5 = 0x1.12254ap-7f;
constexpr float EXP_6 = 0x1.6b9c68p-10f;

constexpr float RADIAN_SIN_1 = -0x1.555546p-3f;
constexpr float RADIAN_SIN_2 = 0x1.110774p-7f;
constexpr float RADIAN_SIN_3 = -0x1.9951eap-13f;

constexpr float RADIAN_COS_1 = -0.5f;
constexpr float RADIAN_COS_2 = 0x1.55554ap-5f;
constexpr float RADIAN_COS_3 = -0x1.6c0c28p-10f;
constexpr float RADIAN_COS_4 = 0x1.99e80cp-16f;

constexpr float ATAN_1 = -0x1.5554dcp-2f;
constexpr float ATAN_2 = 0x1.9978ecp-3f;
constexpr float ATAN_3 = -0x1.230a94p-3f;
constexpr float ATAN_4 = 0x1.b4deb2p-4f;
constexpr float ATAN_5 = -0x1.3550e8p-4f;
constexpr float ATAN_6 = 0x1.61eef6p-5f;
constexpr float ATAN_7 = -0x1.0c1868p-6f;
constexpr float ATAN_8 = 0x1.7ea854p-9f;

constexpr float HALF_PI_HIGH = 0x1.921fb4p+0f;
constexpr float HALF_PI_MIDDLE = 0x1.4442dp-24f;
constexpr float HALF_PI_LOW = 0x1.84698ap-48f;
constexpr float LARGE_ANGLE = 0x1p16f;

constexpr float MINUS_TWO_LN2 = -0x1.62e43p+0f;
constexpr float INVERSE_LN2 = 0x1.715476p+0f;
constexpr float LN2_HIGH = 0x1.62ep-1f;
constexpr float LN2_LOW = 0x1.0bfbe8p-15f;
constexpr float ROUND_TO_INT = 0x1.8p23f;
constexpr float DECAY_UNDERFLOW = -87.0f;
constexpr float EXP_LEAST = -104.0f;
constexpr float EXP_MOST = 89.0f;
constexpr float TANH_MOST = 10.0f;
constexpr int SQRT_HALF_BITS = 0x3f3504f3;

}  // namespace murmuration
